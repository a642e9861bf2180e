"""simlib: from bandits to RLHF, simulators that can be read."""

__version__ = "0.1.0"
