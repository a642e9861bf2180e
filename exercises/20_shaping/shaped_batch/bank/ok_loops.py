"""Two loops."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    out = np.empty(reward.shape)
    for place in np.ndindex(reward.shape):
        rest = 0 if terminated[place] else discount * after[place]
        out[place] = reward[place] + rest - now[place]
    return out
