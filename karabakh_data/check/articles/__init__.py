"""What an article shows of the tables: its quotations, the support of stated values, and shares of the text."""
