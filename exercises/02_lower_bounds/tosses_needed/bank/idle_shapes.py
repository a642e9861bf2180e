"""Knows the shapes and nothing else. What it passes earns nothing."""


def tosses_needed(p, q, delta):
    return 1
