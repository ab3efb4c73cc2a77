"""The words of the interface, in one place: the HTML templates and the browser's half both take them from here.

A translation or an edition passes its own as `labels`; what it leaves out stays English. Words in braces are filled in.
"""

from collections.abc import Mapping
from types import MappingProxyType

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "check_yourself": "Check yourself",
        "position": "{number} of {count}",
        "true": "True",
        "false": "False",
        # what can be done
        "check": "Check my answer",
        "send": "Give my answer",
        "try_again": "Try again",
        "once_more": "Answer once more",
        "change_answer": "Change my answer",
        "hint": "Give me a hint",
        "next_hint": "Give me another hint",
        "reveal": "Show me the answer",
        # what is said
        "is_right": "That is right.",
        "not_quite": "Not quite. Have another look.",
        "partly": "Partly right. Have another look at the rest.",
        "here_is_the_answer": "Here is the answer.",
        "thanks": "Thank you. There is no right or wrong here.",
        "right": "Right",
        "not_right": "Not right",
        "no_verdict": "No right or wrong",
        "kept": "What was right is kept.",
        "some_left": "There is more to find.",
        "right_so_far": "Right so far: {right} of {count}.",
        "hint_number": "Hint {number} of {count}:",
        "read_again": "Read this part again: {label}",
        "words": "Words that help:",
        # what is missing
        "choose_one": "Choose an answer first. There is no hurry.",
        "choose_some": "Choose at least one answer first. There is no hurry.",
        "choose_each": "Choose a match for each one first. There is no hurry.",
        "move_one": "Move at least one of them first. There is no hurry.",
        "move_scale": "Choose a number first. There is no hurry.",
        # question types
        "pick_one": "Choose one.",
        "pick_some": "Choose all that fit.",
        "pick_match": "Choose the match for each.",
        "pick_order": "Put these in order.",
        "pick_number": "Choose a number from {low} to {high}.",
        "pick_poll": "Choose what fits you best. There is no right or wrong.",
        "choose_match": "Choose …",
        "move_up": "Move ‘{text}’ up",
        "move_down": "Move ‘{text}’ down",
        "moved": "‘{text}’ is now {number} of {count}.",
        "right_order": "The right order",
        "fewer": "One step less",
        "more": "One step more",
        "number_with_unit": "{number} {unit}",
        "number_between": "{low} to {high} {unit}",
        "your_number": "Your number",
        "not_chosen": "No number chosen yet",
        "too_low": "If you think it is less",
        "too_high": "If you think it is more",
        # how sure
        "how_sure": "How sure are you?",
        "not_sure": "Not sure",
        "fairly_sure": "Fairly sure",
        "very_sure": "Very sure",
        # without JavaScript
        "show_answers": "Show the answers",
        # glossary
        "words_explained": "Words explained in this chapter",
        "see_in_glossary": "See it in the glossary",
        # list of terms
        "letters": "Letters",
        "find_word": "Find a word",
        "show_all": "Show all",
        "all_shown": "All words are shown.",
        "words_found": "Words found: {count}.",
        "words_like_it": "No word is written just like that. Words written much like it: {count}.",
        "no_word": "No word like ‘{typed}’ is in this list. Try only its first letters, or another name for it. "
        "Somebody who knows the subject can tell you what it means, too.",
        "also_called": "Also called:",
        "related_words": "Related words",
        "where_used": "Where it is used",
        "related_and_used": "Related words, and where it is used",
        "in_other_lists": "In other lists of words",
        "see_also": "See also:",
        "used_in": "Used in:",
        "code": "Code:",
    }
)


def all_labels(own: Mapping[str, str] | None = None) -> dict[str, str]:
    """Every label, with those of an edition or a translation in place of the English ones.

    Raises:
        ValueError: If a label is none of ours, so that a misspelt one is not silently lost.
    """
    unknown = sorted(set(own or ()) - set(LABELS))
    if unknown:
        raise ValueError(
            f"There are no labels called {', '.join(unknown)}. The names are in patientbook_widgets.labels."
        )
    return {**LABELS, **(own or {})}
