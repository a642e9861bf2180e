import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    hot = np.eye(alpha.shape[1])[arm]
    gain = hot * reward[:, None]
    return (1 - keep) + keep * alpha + gain, (1 - keep) + keep * beta + (hot - gain)
