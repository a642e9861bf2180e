"""If the counts stay 0, the count factor is 0, and a product with 0 pays nothing."""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "none",
        "clock": "global",
    }
