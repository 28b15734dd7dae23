"""Whole journeys through the real window, down to the agenda's file and back."""
