"""What the command `simlib` says with its exit code; 0 is that all is well."""

EXIT_FAILED = 1  # a check, a claim or a grading is not what it should be
EXIT_USAGE = 2  # wrong usage, or something missing, said in one sentence
EXIT_REFUSED = 78  # nothing is graded: this machine has no sandbox that holds
EXIT_INTERRUPTED = 130
