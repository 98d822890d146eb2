"""The statement: a year's figures as the paragraphs and tables of an annual report."""
