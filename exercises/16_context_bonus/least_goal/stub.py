import numpy as np


def least_goal(bonus, arrival, discount):
    """The least reward of a goal that is worth ending the episode for.

    bonus: float array (R, T) >= 0; arrival: int array (R,);
    discount: one float in (0, 1]. A float array (R,).
    """
    raise NotImplementedError
