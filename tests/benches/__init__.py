"""The rows of ``python3 dev.py bench``; they measure, they prove nothing."""
