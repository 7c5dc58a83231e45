"""What leaves a meeting as a letter: its minutes, a memo to each OPD, its due dates."""
