"""With only two arms luck is right half of the time, and the global bonus fades before the arm is learnt."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "episodic",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "global",
    }
