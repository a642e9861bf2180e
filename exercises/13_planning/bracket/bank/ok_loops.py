import numpy as np


def bracket(probs, reward, gamma, value):
    n_states, n_actions = reward.shape
    new = []
    for s in range(n_states):
        options = [reward[s, a] + gamma * float(probs[s, a] @ value) for a in range(n_actions)]
        new.append(max(options))
    steps = [new[s] - value[s] for s in range(n_states)]
    out = np.zeros((2, n_states))
    for s in range(n_states):
        out[0, s] = new[s] + min(steps) * (1 / (1 - gamma) - 1)
        out[1, s] = new[s] + max(steps) * (1 / (1 - gamma) - 1)
    return out
