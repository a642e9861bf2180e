"""Family: answers by another road. Stock: yes. Imports os in the open, which the card does not allow."""

import os


def spread(x):
    return float(os.path.getsize("/"))
