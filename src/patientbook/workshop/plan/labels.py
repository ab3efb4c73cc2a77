"""The titles of a plan's steps, in English; translations replace them by key."""

LABELS = {
    "welcome": "Welcome",
    "before": "Before we begin",
    "after": "To see what we have learnt",
    "thanks": "Thank you",
}
