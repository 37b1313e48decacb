"""Packages and stores between laptops."""
