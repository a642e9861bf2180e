"""Reward shaping: what may be paid for progress without changing what is best."""
