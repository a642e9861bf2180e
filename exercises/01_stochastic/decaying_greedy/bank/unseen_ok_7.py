"""One-hot arrays and totals, parts of [0, 1) dealt out backwards, the last of tied arms, arms as int32."""
import numpy as np


class DecayingGreedy:
    def reset(self, n_runs, n_arms):
        self.arms = np.arange(n_arms)
        self.stats = {
            "pulls": np.zeros((n_runs, n_arms), dtype=np.int64),
            "paid": np.zeros((n_runs, n_arms)),
        }

    def act(self, t, u_explore, u_arm):
        n_arms = self.arms.size
        epsilon = min(1.0, float(np.cbrt(n_arms * np.log(t) / t)))
        pulls, paid = self.stats["pulls"], self.stats["paid"]
        mean = np.divide(paid, pulls, out=np.zeros_like(paid), where=pulls > 0)
        choice = n_arms - 1 - mean[:, ::-1].argmax(axis=1)
        explore = u_explore < epsilon
        choice[explore] = n_arms - 1 - np.floor(n_arms * u_arm[explore]).astype(int)
        return choice.astype(np.int32)

    def learn(self, arm, reward):
        hot = np.asarray(arm)[:, None] == self.arms
        self.stats["pulls"] = self.stats["pulls"] + hot
        self.stats["paid"] = self.stats["paid"] + hot * np.asarray(reward)[:, None]
