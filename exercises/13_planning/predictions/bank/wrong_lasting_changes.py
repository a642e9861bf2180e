"""You fear that a constant may change the best policy. Every policy gains 5 / (1 - gamma), in every state, so their
order stays."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 99,
        "lasting": "not always",
        "ending": "not always",
    }
    return mine[question]
