"""Disputes mediated before anyone sues 诉前调解, 警调, 访调."""
