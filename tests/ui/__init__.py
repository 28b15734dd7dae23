"""Tests of ui, on the offscreen platform."""
