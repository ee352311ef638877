"""An independent calculation of every figure from the YAML, in decimal arithmetic. It shares no code with the program."""
