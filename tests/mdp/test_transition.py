"""P in three forms: a case on paper, the forms against each other, bad shapes."""

import numpy as np
import pytest
import scipy.sparse as sparse

from simlib.mdp.transition import Dense, Sparse, Successors, as_transition

# two states, two actions; on paper
P = np.array([[[0.25, 0.75], [1.0, 0.0]], [[0.0, 1.0], [0.4, 0.6]]])
FORMS = {
    "dense": Dense(P),
    "sparse": Sparse(sparse.csr_array(P.reshape(4, 2))),
    # the pair (1, 1) names state 1 twice: 0.5 and 0.1
    "successors": Successors(
        np.array([[[0, 1, 1], [0, 0, 1]], [[1, 1, 0], [1, 0, 1]]]),
        np.array([[[0.25, 0.7, 0.05], [0.6, 0.4, 0.0]], [[0.3, 0.7, 0.0], [0.5, 0.4, 0.1]]]),
    ),
}


def random_probs(rng, n_states, n_actions, n_next=None):
    """Rows (S, A, S), of which only n_next entries are above zero."""
    probs = rng.random((n_states, n_actions, n_states))
    if n_next is not None:
        probs *= rng.random(probs.shape).argsort(axis=-1) < n_next
    return probs / probs.sum(axis=-1, keepdims=True)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_mean_on_paper(form):
    # value (8, -4): 0.25 * 8 - 0.75 * 4 = -1; 8; -4; 0.4 * 8 - 0.6 * 4 = 0.8
    mean = form.expect(np.array([8.0, -4.0]))
    assert mean.shape == (2, 2)
    assert mean == pytest.approx(np.array([[-1.0, 8.0], [-4.0, 0.8]]))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_chain_of_a_policy_on_paper(form):
    chain = form.under(np.array([[0.2, 0.8], [0.5, 0.5]]))
    chain = chain.toarray() if sparse.issparse(chain) else chain
    # 0.2 * 0.25 + 0.8 = 0.85; 0.5 * 0.4 = 0.2
    assert chain == pytest.approx(np.array([[0.85, 0.15], [0.2, 0.8]]))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_sums_least_and_sizes(form):
    assert (form.n_states, form.n_actions) == (2, 2)
    assert form.row_sums() == pytest.approx(np.ones((2, 2)))
    assert form.least() in (0.0, 0.25)  # a sparse form keeps no zeros


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_nothing_follows_where_it_is_cut_off(form):
    cut = form.without(np.array([False, True]))
    assert type(cut) is type(form)
    assert cut.row_sums() == pytest.approx(np.array([[1.0, 1.0], [0.0, 0.0]]))
    assert form.row_sums() == pytest.approx(np.ones((2, 2)))  # the original is as it was
    assert cut.expect(np.array([8.0, -4.0]))[0] == pytest.approx([-1.0, 8.0])


def test_the_forms_agree_on_random_worlds():
    rng = np.random.default_rng(3)
    for n_states, n_actions, n_next in [(1, 1, None), (5, 3, 2), (12, 2, 1), (8, 4, None)]:
        probs = random_probs(rng, n_states, n_actions, n_next)
        dense, value = Dense(probs), rng.normal(size=n_states)
        policy = rng.dirichlet(np.ones(n_actions), n_states)
        others = [Sparse(probs.reshape(-1, n_states)), dense.successors()]
        others += [others[0].successors(), others[1].as_sparse(), others[0].successors().successors()]
        for other in others:
            chain = other.under(policy)
            chain = chain.toarray() if sparse.issparse(chain) else chain
            assert other.expect(value) == pytest.approx(dense.expect(value), rel=1e-12, abs=1e-14)
            assert chain == pytest.approx(dense.under(policy), rel=1e-12, abs=1e-14)


def test_the_index_is_as_wide_as_it_must_be():
    probs = random_probs(np.random.default_rng(4), 9, 2, 3)
    assert Sparse(probs.reshape(-1, 9)).successors().width == 3
    assert Dense(probs).successors().width == 9
    assert Sparse(sparse.csr_array((4, 2))).successors().width == 1  # nothing follows anywhere


def test_negative_probabilities_show():
    bad = P.copy()
    bad[1, 0] = [-0.5, 1.5]
    assert Dense(bad).least() == -0.5
    assert Sparse(bad.reshape(4, 2)).least() == -0.5
    assert Dense(bad).successors().least() == -0.5


def test_as_transition_keeps_and_converts():
    form = FORMS["successors"]
    assert as_transition(form) is form
    assert isinstance(as_transition(P), Dense)
    assert isinstance(as_transition(sparse.coo_array(P.reshape(4, 2))), Sparse)
    assert isinstance(as_transition(P.tolist()), Dense)


def test_bad_shapes_are_refused():
    with pytest.raises(ValueError, match=r"transition must .* \(states, actions, states\); got shape"):
        Dense(np.ones((2, 2, 3)))
    with pytest.raises(ValueError, match="transition must be an array with 3 axes; got shape"):
        Dense(np.ones((2, 2)))
    with pytest.raises(ValueError, match=r"transition must .* \(states \* actions, states\); got \(5, 2\)"):
        Sparse(np.ones((5, 2)))
    with pytest.raises(ValueError, match=r"probs must be an array of shape \(2, 1, 2\)"):
        Successors(np.zeros((2, 1, 2)), np.ones((2, 1, 3)))
    for wrong in (-1, 2):
        with pytest.raises(ValueError, match=rf"next_state must be a state in \[0, 1\]; got {wrong}"):
            Successors(np.array([[[0]], [[wrong]]]), np.ones((2, 1, 1)))
    with pytest.raises(ValueError, match="transition must be an array of float64; got 'left'"):
        as_transition("left")
