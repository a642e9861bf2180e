"""The top moves so that the inner gradient stays 0.

Let H = -(w_1 A_1 + w_2 A_2) be the inner curvature and g_k = -A_k (top - m_k) the gradient of hill k at the top. The
equation w_1 g_1 + w_2 g_2 = 0 holds for all w; its derivative by w_k is g_k + H dtop/dw_k = 0. So the top moves by -H^(-1) g_k,
and J, whose gradient there is g_1, by -g_1' H^(-1) g_k. One linear system is enough for both weights: solve for
-H^(-1) g_1 once and multiply by each g_k.
"""

import numpy as np


def hypergradient(weights, curvature, centre):
    bowl = np.einsum("k,kij->ij", weights, curvature)
    pull = np.einsum("k,kij,kj->i", weights, curvature, centre)
    top = np.linalg.solve(bowl, pull)
    slopes = -np.einsum("kij,kj->ki", curvature, top - centre)
    return slopes @ np.linalg.solve(bowl, slopes[0])
