"""You say one sweep is enough. It is, from right to left: then each place sees its neighbour's new value. In the other
order the neighbour is still at 0."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 1,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
