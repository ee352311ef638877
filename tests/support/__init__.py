"""What the end-to-end tests and the oracle share: running the program, reading its files, reporting."""
