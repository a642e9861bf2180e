"""The episodic bonus pays alike in both arms, every time. It never learns that one of them is empty; who remembers
across episodes does."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "episodic",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "global",
    }
