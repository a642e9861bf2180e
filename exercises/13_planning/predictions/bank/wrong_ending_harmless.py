"""You think a constant is harmless where episodes end too. There it is paid for every step, so those who dawdle gain
more."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 99,
        "lasting": "always",
        "ending": "always",
    }
    return mine[question]
