"""What is counted of enforcement supervision, a module for each kind of record."""
