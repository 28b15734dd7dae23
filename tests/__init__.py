"""The tests mirror core and ui; each folder is a package, so that tests.core never shadows core."""
