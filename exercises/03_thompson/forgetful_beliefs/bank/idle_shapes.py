"""Knows the shapes and nothing else. What it passes earns nothing."""


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    return alpha, beta
