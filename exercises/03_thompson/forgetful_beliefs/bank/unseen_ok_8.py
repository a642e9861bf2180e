import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    """Strength and successes instead of alpha and beta; matrix products with one-hot
    rows; recursion over the runs."""
    def rows(r):
        if r == len(arm):
            empty = np.empty((0, alpha.shape[1]))
            return empty, empty
        if len(arm) - r > 200:  # keep the recursion shallow
            mid = (r + len(arm)) // 2
            top = forgetful_beliefs(alpha[r:mid], beta[r:mid], arm[r:mid], reward[r:mid], keep)
            low = forgetful_beliefs(alpha[mid:], beta[mid:], arm[mid:], reward[mid:], keep)
            return np.vstack([top[0], low[0]]), np.vstack([top[1], low[1]])
        strength = alpha[r] + beta[r] - 2
        one_hot = np.eye(alpha.shape[1])[int(arm[r])]
        success = keep * (alpha[r] - 1) + one_hot * reward[r]
        a, b = 1 + success, 1 + keep * strength + one_hot - success
        rest = rows(r + 1)
        return np.vstack([a[None], rest[0]]), np.vstack([b[None], rest[1]])

    return rows(0)
