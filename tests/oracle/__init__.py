"""An independent calculation of every figure from the YAML, in decimal arithmetic; no code of the program."""
