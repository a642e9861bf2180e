def predict():
    return dict(
        clock="global", frozen="episodic", lucky=0.5, shared="global", half="episodic", fresh="episodic"
    )
