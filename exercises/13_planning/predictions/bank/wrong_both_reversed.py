"""You have the two worlds the wrong way round: where no episode ends all policies last equally long."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 99,
        "lasting": "not always",
        "ending": "always",
    }
    return mine[question]
