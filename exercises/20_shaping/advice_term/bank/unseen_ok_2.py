"""Look-ahead with a continuation factor; works on the advised table q + advice."""
import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    state, action, reward, next_state, next_action, terminated = step
    worth = q + advice
    ahead = 0.0 if terminated else discount * worth[next_state, next_action]
    updated = q.copy()
    updated[state, action] = q[state, action] + rate * (reward + ahead - worth[state, action])
    return updated, (updated + advice).argmax(axis=-1)
