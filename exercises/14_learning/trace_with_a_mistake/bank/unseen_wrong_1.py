"""An episode ends in two ways, so every place that asks "terminated" must ask for both, the look ahead as well."""
import numpy as np


class TraceTD:
    """TD(lambda) with accumulating traces, R runs at once."""

    def __init__(self, step_size, discount, trace_decay):
        self.step_size, self.discount = step_size, discount
        self.trace_decay = trace_decay

    def reset(self, n_runs, n_states):
        self.run = np.arange(n_runs)
        self.value = np.zeros((n_runs, n_states))
        self.trace = np.zeros((n_runs, n_states))

    def learn(self, state, reward, next_state, terminated, truncated):
        ahead = np.where(terminated | truncated, 0.0, self.value[self.run, next_state])
        error = reward + self.discount * ahead - self.value[self.run, state]
        self.trace *= self.discount * self.trace_decay
        self.trace[self.run, state] += 1
        self.value += self.step_size * error[:, None] * self.trace
        self.trace[terminated | truncated] = 0

    def values(self):
        return self.value.copy()
