"""Tests of core.ics."""
