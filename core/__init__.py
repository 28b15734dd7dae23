"""Parvis without a window: events, their text, their store. Knows no Qt; ui and the command line import it."""
