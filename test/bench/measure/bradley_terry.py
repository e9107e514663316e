"""Bradley-Terry with sandwich intervals in numpy and SciPy, for a timing side by side.

Reads votes as rows "winner loser", fits by L-BFGS over the unique outcomes or over every vote, takes the
sandwich over all votes, and prints the median milliseconds (without reading the file) and the thetas.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit


def fit(winner, loser, weight, models):
    def loss(theta):
        margin = theta[winner] - theta[loser]
        value = np.sum(weight * np.logaddexp(0, -margin))
        pull = weight * expit(-margin)
        gradient = np.bincount(loser, pull, models) - np.bincount(winner, pull, models)
        return value, gradient

    best = minimize(loss, np.zeros(models), jac=True, method="L-BFGS-B", options={"gtol": 1e-6, "ftol": 1e-14})
    return best.x - best.x.mean()


def sandwich(theta, winner, loser, weight, models):
    p = expit(theta[winner] - theta[loser])

    def laplacian(cells):
        pairs = np.zeros((models, models))
        np.add.at(pairs, (winner, loser), cells)
        pairs += pairs.T
        return np.diag(pairs.sum(axis=1)) - pairs

    bread = np.linalg.pinv(laplacian(weight * p * (1 - p)))
    return bread @ laplacian(weight * (1 - p) ** 2) @ bread


def rate(votes, models, unique):
    if unique:
        cells, weight = np.unique(votes[:, 0] * models + votes[:, 1], return_counts=True)
        winner, loser = np.divmod(cells, models)
    else:
        winner, loser, weight = votes[:, 0], votes[:, 1], np.ones(len(votes))
    theta = fit(winner, loser, weight, models)
    return theta, np.sqrt(np.diag(sandwich(theta, winner, loser, weight, models)))


def main(path, models, runs):
    votes = np.loadtxt(path, dtype=np.int64)
    answer = {}
    for name, unique in (("votes", False), ("counts", True)):
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            theta, sd = rate(votes, models, unique)
            times.append(1000 * (time.perf_counter() - start))
        answer[name] = {"ms": float(np.median(times)), "theta": theta.tolist(), "sd": sd.tolist()}
    json.dump(answer, sys.stdout)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
