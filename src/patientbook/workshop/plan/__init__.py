"""The plan of a workshop: its steps in order, made from the guide, saved as a file and read again."""

from .making import default_plan
from .model import PLAN_FORMAT, CheckOf, Plan, Step, StepKind, plan_from_stored, plan_to_json
from .reading import PlanError, PlanProblem, plan_from_json

__all__ = [
    "PLAN_FORMAT",
    "CheckOf",
    "Plan",
    "PlanError",
    "PlanProblem",
    "Step",
    "StepKind",
    "default_plan",
    "plan_from_json",
    "plan_from_stored",
    "plan_to_json",
]
