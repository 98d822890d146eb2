"""SQLite as Django has it, whose connections know who is acting and how to digest."""
