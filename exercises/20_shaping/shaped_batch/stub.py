import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    """reward + discount * after - now for each step, (B, T).

    One line is wrong.
    """
    over = terminated | truncated
    kept = np.where(over, 0.0, after)
    bonus = discount * kept - now
    return reward + bonus
