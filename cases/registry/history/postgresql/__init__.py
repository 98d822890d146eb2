"""PostgreSQL as Django has it, whose sessions are told who is acting."""
