"""You count only how much less a sweep does. The last step must be smaller, too."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 10,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
