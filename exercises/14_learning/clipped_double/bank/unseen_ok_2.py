"""A loop over the runs in plain Python, with max, index and min."""
import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    answer = np.zeros(len(reward))
    for i, paid in enumerate(reward):
        answer[i] = paid
        if not terminated[i]:
            one, two = first_q[i].tolist(), second_q[i].tolist()
            star = one.index(max(one))
            answer[i] += discount * min(one[star], two[star])
    return answer
