"""The tables a year ends with: layouts as data, and the engine that fills them."""
