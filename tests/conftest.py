"""How do the property tests run? Never against the clock, and in CI with the same examples for the same code."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "project", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")
