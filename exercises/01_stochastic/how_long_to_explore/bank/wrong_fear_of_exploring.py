"""You fear exploring more than choosing wrongly. Exploring costs a fixed amount; a wrong choice costs in every
round to the end."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too many",
        "growth": 2,
    }
