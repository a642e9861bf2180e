import math


def predict_next():
    """Formulas: 1 - mean of A against a uniform B; two normals for the close one."""
    def moments(cured, failed):
        a, b = cured + 1, failed + 1
        return a / (a + b), a * b / (a + b) ** 2 / (a + b + 1)

    few, many = (1 - moments(*data)[0] for data in ((4, 1), (40, 10)))
    (ma, va), (mb, vb) = moments(40, 10), moments(35, 15)
    close = 0.5 * math.erfc((ma - mb) / math.sqrt(2 * (va + vb)))
    values = few, many, close, 100 * few, 100
    return dict(zip("few many close batch batch_ucb1".split(), values))
