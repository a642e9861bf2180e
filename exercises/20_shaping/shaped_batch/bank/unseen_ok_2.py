"""No where: multiplies by the negated flag."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    alive = 1.0 - terminated.astype(float)
    return reward - now + discount * alive * after
