"""Paths, clock, keys, photographs and logging."""
