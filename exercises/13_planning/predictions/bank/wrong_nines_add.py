"""You think that a nine more doubles the work. The factor of a sweep is gamma itself: log gamma is ten times smaller."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 2,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
