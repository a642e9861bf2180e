import numpy as np


def other_world(arm, reward, event, means, other):
    """Only how often each arm paid and failed matters."""
    arms = np.arange(len(means))
    mine = arm[..., None] == arms  # (R, T, K)
    pulls = mine.sum(axis=1)
    wins = (mine * reward[..., None]).sum(axis=1)
    llr = wins @ np.log(other / means)
    llr = llr + (pulls - wins) @ np.log((1 - other) / (1 - means))
    return float(np.average(np.where(event, np.exp(llr), 0.0)))
