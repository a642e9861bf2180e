import numpy as np


def one_policy(probs, gamma, start, first, second, share):
    n = len(start)
    both = 0
    for weight, policy in ((share, first), (1 - share, second)):
        flow = np.eye(n)
        for s in range(n):
            flow[:, s] -= gamma * policy[s] @ probs[s]
        both = both + weight * np.linalg.inv(flow).dot(start)[:, None] * policy
    total = both.sum(axis=1)
    rare = total <= 1e-12
    total[rare] = 1
    policy = both / total[:, None]
    policy[rare] = 1 / policy.shape[1]
    return policy
