"""Parvis against its peers, on one machine at one time; only dev.py imports it."""
