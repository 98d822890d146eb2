"""The promises lawgov makes, in the same tree as the code that keeps them."""
