"""Where a database lives, and how it is copied out of there and put back, on either vendor."""
