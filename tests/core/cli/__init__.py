"""Tests of the command line, most of them through main() in this process."""
