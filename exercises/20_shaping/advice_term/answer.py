"""The advice of the next pair is paid, that of this pair is taken back, and actions are judged by the sum.

At an end there is no next pair, so neither its value nor its advice counts; the advice of this pair is still taken back, or the
payments of the episode would not telescope. The values are lower by the advice, which differs between the actions of a state: the
best action is that of the largest q + advice. With q alone the agent does, of all good things, what it was not advised to do.
"""

import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    state, action, reward, next_state, next_action, terminated = step
    ahead = 0.0 if terminated else q[next_state, next_action] + advice[next_state, next_action]
    paid = reward - advice[state, action] + discount * ahead
    fresh = q.copy()
    fresh[state, action] += rate * (paid - q[state, action])
    return fresh, (fresh + advice).argmax(axis=1)
