"""What the database does by itself: triggers, declared once and spelt for each database."""
