"""When an episode is over the traces have to be forgotten, so I make new ones as in reset."""
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
        ahead = np.where(terminated, 0.0, self.value[self.run, next_state])
        error = reward + self.discount * ahead - self.value[self.run, state]
        self.trace *= self.discount * self.trace_decay
        self.trace[self.run, state] += 1
        self.value += self.step_size * error[:, None] * self.trace
        if np.any(terminated | truncated):
            self.trace = np.zeros_like(self.trace)

    def values(self):
        return self.value.copy()
