"""What the programs that an export is for can read, and copies of events that they can. Knows texts alone."""
