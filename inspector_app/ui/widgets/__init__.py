"""Small dumb reusable widgets."""
