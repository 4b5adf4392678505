"""What words of English say: dates, whole numbers, and the terms of the vocabularies."""
