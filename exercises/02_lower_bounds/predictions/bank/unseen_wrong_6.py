"""Misconception: only gap and horizon enter a regret bound, so equal gaps cost equally much and a needle costs the same among any number of arms."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 1,
        "pair": "equal",
    }
    return mine[question]
