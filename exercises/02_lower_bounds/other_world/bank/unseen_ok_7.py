"""Other algebra: wins and losses counted per arm first, log weights by a matrix product, a dot product with the event; np.float64."""
import numpy as np


def counts(mask, arm, n_arms):
    return np.stack([(mask & (arm == k)).sum(axis=1) for k in range(n_arms)], axis=1)


def other_world(arm, reward, event, means, other):
    paid = np.asarray(reward).astype(bool)
    wins = counts(paid, arm, len(means))
    losses = counts(~paid, arm, len(means))
    log_weight = wins @ np.log(other / means) + losses @ (np.log1p(-other) - np.log1p(-means))
    happened = np.asarray(event, dtype=np.float64)
    return np.dot(np.exp(log_weight), happened) / happened.size
