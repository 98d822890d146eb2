"""Factories of made-up records, for the tests and for the ledgers of 2024."""
