import numpy as np


def values_within(probs, reward, gamma, tolerance):
    state, policy = np.arange(len(reward)), np.zeros(len(reward), dtype=int)
    for _ in range(1000):
        chain, paid = probs[state, policy], reward[state, policy]
        value = np.linalg.solve(np.eye(len(state)) - gamma * chain, paid)
        q = reward + gamma * probs @ value
        if np.abs(q.max(axis=-1) - value).max() <= tolerance * (1 - gamma) / 2:
            break
        policy = q.argmax(axis=-1)
    return value
