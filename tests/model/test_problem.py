"""A problem crosses from one process to another."""

from __future__ import annotations

import pickle

from timeline_app.model.problem import Problem


def test_a_problem_comes_back_from_another_process_as_it_was():
    problem = pickle.loads(pickle.dumps(Problem("file-missing", path="a.txt")))
    assert isinstance(problem, Problem)
    assert problem.step == Problem("file-missing", path="a.txt").step
