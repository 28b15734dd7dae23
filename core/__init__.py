"""Parvis without a window: events, their text, their store. Knows no Qt; ui and core.cli stand on it."""
