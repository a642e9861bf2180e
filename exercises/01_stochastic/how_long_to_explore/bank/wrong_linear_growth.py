"""You let exploration grow in proportion to the horizon. Then a fixed share of the game is spent on exploring,
and the regret is linear; what must grow is only how sure the choice is."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 100,
    }
