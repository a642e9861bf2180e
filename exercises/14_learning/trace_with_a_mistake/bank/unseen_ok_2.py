"""Plain loops: one run at a time, one list of floats for each, no fancy indexing."""
import numpy as np


class TraceTD:
    def __init__(self, step_size, discount, trace_decay):
        self.alpha, self.gamma, self.lam = step_size, discount, trace_decay

    def reset(self, n_runs, n_states):
        self.v = [[0.0] * n_states for _ in range(n_runs)]
        self.e = [[0.0] * n_states for _ in range(n_runs)]

    def learn(self, state, reward, next_state, terminated, truncated):
        for i, (v, e) in enumerate(zip(self.v, self.e)):
            s, nxt = int(state[i]), int(next_state[i])
            delta = float(reward[i]) - v[s]
            if not terminated[i]:
                delta += self.gamma * v[nxt]
            for k in range(len(e)):
                e[k] *= self.gamma * self.lam
            e[s] += 1.0
            for k in range(len(v)):
                v[k] += self.alpha * delta * e[k]
            if terminated[i] or truncated[i]:
                self.e[i] = [0.0] * len(e)

    def values(self):
        return np.array(self.v)
