"""The plan of a workshop: its steps in order, made from the guide, saved as a file and read again."""

from .model import PLAN_FORMAT, CheckOf, Plan, Step, StepKind, plan_from_stored, plan_to_json

__all__ = ["PLAN_FORMAT", "CheckOf", "Plan", "Step", "StepKind", "plan_from_stored", "plan_to_json"]
