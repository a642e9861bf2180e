import numpy as np


def values_within(probs, reward, gamma, tolerance):
    n_states, n_actions = reward.shape
    value = [0.0] * n_states
    while True:
        new = [
            max(
                reward[s, a] + gamma * sum(float(probs[s, a, t]) * value[t] for t in range(n_states))
                for a in range(n_actions)
            )
            for s in range(n_states)
        ]
        step = max(abs(x - y) for x, y in zip(new, value))
        value = new
        if step * gamma <= tolerance * (1 - gamma):
            return np.array(value)
