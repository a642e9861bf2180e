"""The episodic learner does reach ends of arms. It is only always the same arm, and sometimes that is the right one."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0,
        "frozen": "episodic",
        "clock": "global",
    }
