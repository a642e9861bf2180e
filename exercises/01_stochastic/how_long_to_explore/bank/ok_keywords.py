def predict():
    return dict(dearer="too few", growth=2, large_gap=50, small_gap=250)
