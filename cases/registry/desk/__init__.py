"""What a clerk's desk is made of: pieces that every list and form of the admin shares."""
