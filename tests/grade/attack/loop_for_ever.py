"""Family: slow and endless. Stock: no marks, after its time-out. Never comes back."""


def spread(x):
    while True:
        pass
