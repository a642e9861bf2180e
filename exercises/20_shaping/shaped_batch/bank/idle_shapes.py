"""Knows the shapes and nothing else. What it passes earns nothing."""


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    return reward
