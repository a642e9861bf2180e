"""What decides is where the beliefs overlap, not how many data there are.

few: B was never tried, so its draw is uniform. A draw x of A loses to it with probability 1 - x; on average that is 1
minus the mean of A's posterior Beta(5, 2), so 2/7. many: A's posterior is Beta(41, 11), and B gets 11/52. Ten times
the data about A hardly change it, for it is B that nobody knows. close: now B is known as well, Beta(36, 16); the
two beliefs overlap little, and a sum or a simulation gives 0.13. batch: nothing is learnt within the batch, but every
patient gets a draw of his own, so 100 times 2/7. UCB1 draws nothing: the same data give the same arm, and B, never
tried, comes first for all the hundred.
"""


def predict_next():
    untried = 2 / 7
    return {
        "few": untried,
        "many": 11 / 52,
        "close": 0.13,
        "batch": 100 * untried,
        "batch_ucb1": 100,
    }
