"""The published figures of 2024 and the synthetic ledgers that give them back."""
