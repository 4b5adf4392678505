"""The reader: the published tables as they are, and what can be read off them. It needs nothing but pyarrow."""
