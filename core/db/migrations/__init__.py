"""Steps from each schema to the next, run by core.db.upgrading alone."""
