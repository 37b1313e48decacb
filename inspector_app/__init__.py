"""The inspection desk: on-site inspection of designated medical institutions, offline first."""

__version__ = "0.1.0"
