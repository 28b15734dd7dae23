"""Tests of core: they need no Qt and no display."""
