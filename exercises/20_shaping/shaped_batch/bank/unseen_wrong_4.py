"""The table knows the potential of ends as well; after is right everywhere, so the masking line is the mistake."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    bonus = discount * after - now
    return reward + bonus
