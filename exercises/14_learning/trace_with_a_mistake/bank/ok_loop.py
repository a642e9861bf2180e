"""Run by run."""

import numpy as np


class TraceTD:
    def __init__(self, step_size, discount, trace_decay):
        self.step_size, self.discount = step_size, discount
        self.trace_decay = trace_decay

    def reset(self, n_runs, n_states):
        self.run = np.arange(n_runs)
        self.value = np.zeros((n_runs, n_states))
        self.trace = np.zeros((n_runs, n_states))

    def learn(self, state, reward, next_state, terminated, truncated):
        for r in range(len(state)):
            v, e = self.value[r], self.trace[r]
            target = reward[r] if terminated[r] else reward[r] + self.discount * v[next_state[r]]
            error = target - v[state[r]]
            e *= self.discount * self.trace_decay
            e[state[r]] += 1
            v += self.step_size * error * e
            if terminated[r] or truncated[r]:
                e[:] = 0

    def values(self):
        return self.value.copy()
