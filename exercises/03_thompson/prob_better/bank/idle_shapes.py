"""Knows the shapes and nothing else. What it passes earns nothing."""


def prob_better(a1, b1, a2, b2):
    return 0.5
