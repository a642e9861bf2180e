"""With the time step inside, each place of the episode has another name than all before it. So every visit is a first
visit, and the episodic factor is 1 throughout: the other factor is left."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "episodic",
    }
