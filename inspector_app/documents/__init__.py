"""Notices, records and lists: laid out, signed, verified."""
