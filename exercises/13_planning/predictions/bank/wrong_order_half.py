"""You let news travel two places a sweep. From left to right a place is computed before its right neighbour, so the
news moves by one."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 50,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
