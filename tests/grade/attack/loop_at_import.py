"""Family: slow and endless. Stock: no marks, after its time-out. Never gets as far as defining the
function."""

while True:
    pass
