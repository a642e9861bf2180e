"""You say that the length of the game does not matter. It does, a little: the longer the game, the dearer a
wrong choice, so the surer you must be."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 1,
    }
