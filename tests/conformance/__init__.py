"""Replays what real form engines did and counts where this one agrees: ``python3 dev.py conformance``."""
