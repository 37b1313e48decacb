"""A hospital's exports in, clean tables and reconciliations out."""
