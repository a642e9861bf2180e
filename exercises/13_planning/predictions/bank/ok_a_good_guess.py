def predict(question):
    mine = {
        "half": 72,
        "nines": 15,
        "order": 98,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
