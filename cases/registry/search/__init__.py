"""Finding records by what is written in them, through an index on either database."""
