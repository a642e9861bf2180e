"""Family: the judge's own code. Stock: untried. Returns a tree of two hundred texts under two
hundred keys, all as long as the audit shows them, of letters that JSON writes as twelve bytes each."""

LETTER = chr(0x1F600)


def text(n):
    return LETTER * 195 + "%05d" % n


def spread(x):
    inner = [{text(1000 * i + j): text(j) for j in range(31)} for i in range(6)]
    return {text(i): tree for i, tree in enumerate(inner)}
