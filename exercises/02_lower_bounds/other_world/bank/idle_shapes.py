"""Knows the shapes and nothing else. What it passes earns nothing."""


def other_world(*arguments):
    return 0.0
