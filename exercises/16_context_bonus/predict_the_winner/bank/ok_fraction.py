"""The number worked out from the number of arms."""


def predict():
    n_arms = 2
    single = ["episodic", "episodic", "global"]
    guesses = dict(zip(("fresh", "half", "shared"), single))
    return guesses | {"lucky": 1 / n_arms, "frozen": "episodic", "clock": "global"}
