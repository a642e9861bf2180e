def predict(question):
    mine = {
        "half": 70,
        "nines": 12,
        "order": 100,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
