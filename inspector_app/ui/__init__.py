"""PySide6: shows and asks, decides nothing."""
