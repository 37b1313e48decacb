"""Frozen values, rules, errors and ports; standard library only."""
