"""One maker for each domain's ledgers."""
