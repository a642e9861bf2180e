"""You take off 0.01 in each step, as if it were a sum. Each step takes 1 % of what is left."""


def predict(question):
    mine = {
        "half": 50,
        "nines": 13,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
