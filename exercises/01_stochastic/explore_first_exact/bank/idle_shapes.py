"""Knows the shapes and nothing else. What it passes earns nothing."""


def explore_first_regret(n_explore, horizon, good, bad):
    return n_explore * (good - bad)
