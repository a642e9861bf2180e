"""Forgets the traces at the start of the next episode, not at the end of the last: remembers which runs begin anew."""
import numpy as np


class TraceTD:
    def __init__(self, step_size, discount, trace_decay):
        self.step_size = step_size
        self.discount = discount
        self.trace_decay = trace_decay

    def reset(self, n_runs, n_states):
        self.v = np.zeros((n_runs, n_states))
        self.trace = np.zeros_like(self.v)
        self.fresh = np.ones(n_runs, dtype=bool)

    def learn(self, state, reward, next_state, terminated, truncated):
        n_states = self.v.shape[1]
        here = np.eye(n_states)[state]
        there = np.eye(n_states)[next_state] * ~terminated[:, None]
        keep = self.discount * self.trace_decay * ~self.fresh
        self.trace = keep[:, None] * self.trace + here
        delta = reward + ((self.discount * there - here) * self.v).sum(axis=1)
        self.v = self.v + self.step_size * delta[:, None] * self.trace
        self.fresh = np.logical_or(terminated, truncated)

    def values(self):
        return self.v.copy()
