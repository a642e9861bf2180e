import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    """The new q (S, A), and the action to take in each state (S,).

    q, advice (S, A); step (state, action, reward, next_state,
    next_action, terminated); rate, discount: numbers.
    """
    raise NotImplementedError
