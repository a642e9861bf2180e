"""At the end of the round all the evidence, this round's too, is multiplied by keep."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(alpha.shape[0])
    wins = alpha - 1
    losses = beta - 1
    wins[run, arm] += reward
    losses[run, arm] += 1 - reward
    return 1 + keep * wins, 1 + keep * losses
