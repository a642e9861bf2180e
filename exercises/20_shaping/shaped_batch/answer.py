"""A cut is no end.

The handed-out code lets the potential vanish where an episode stops for any reason. The proof lets it vanish only where
nothing follows: there the value of the state reached is 0, and its potential must be 0 with it. After a cut the world
would go on, the learner bootstraps from the state's value, and shaped values are lower by the potential. With the
mistake a cut at s pays -gamma Phi(s) too much: under minus the distance, a reward for being far from the goal when time
is up. Tests with short episodes that all reach the goal never see it.
"""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.where(terminated, 0.0, after)
    bonus = discount * kept - now
    return reward + bonus
