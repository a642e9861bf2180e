"""The clock kills every bonus, the chapter says all three are dead, so it is as if there were none."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "none",
    }
