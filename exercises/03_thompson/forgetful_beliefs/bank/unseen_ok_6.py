import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    """One-hot by comparison; the fading as a mean of belief and prior, and the
    arrays returned are views that are not contiguous."""
    hit = np.arange(alpha.shape[1]) == np.asarray(arm)[:, np.newaxis]
    both = np.stack([alpha, beta], axis=-1)
    seen = np.stack([reward, 1 - np.asarray(reward)], axis=-1)
    both = keep * both + (1 - keep) + hit[..., None] * seen[:, None, :]
    return both[..., 0], both[..., 1]
