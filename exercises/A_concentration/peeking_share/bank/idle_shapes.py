"""Knows the shapes and nothing else. What it passes earns nothing."""


def peeking_share(case):
    return 0.3
