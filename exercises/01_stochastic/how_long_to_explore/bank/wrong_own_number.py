"""You give a number of your own where the card asks for one of its choices. The chapter's rule of thumb gives such a
number; here take the choice that comes nearest to what you think."""


def predict():
    return {
        "large_gap": 160,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 2,
    }
