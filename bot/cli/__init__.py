"""The command line: one file per group of commands; each command parses, calls and prints."""
