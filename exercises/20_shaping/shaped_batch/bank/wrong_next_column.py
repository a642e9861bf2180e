"""The next column may begin a new episode: its potential is not the one after."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.concatenate([now[:, 1:], after[:, -1:]], axis=1)
    kept = np.where(terminated, 0.0, kept)
    return reward + discount * kept - now
