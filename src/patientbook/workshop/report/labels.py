"""The words of a report, in English; translations replace them by key. Words in braces are filled in."""

LABELS = {
    "report": "Report of a workshop",
    "about": "About this report",
    "day": "Held on",
    "people": "People who joined",
    "chapters": "About",
    "few": "fewer than 5",
    "nobody_knows": "too few to tell",
    "true": "True",
    "false": "False",
    "from_to": "{low} to {high}",
    "below": "Below {number}",
    "above": "Above {number}",
    "all_right": "All of it right",
    "not_all_right": "Not all of it right",
    "count": "{count} of {of}",
    "range": "{low} to {high} of {of}",
    "few_of": "fewer than 5 of {of}",
    "hidden": "hidden",
    "percent": "{percent} %",
    "percents": "{low} to {high} %",
    # what was learnt
    "learning": "What was learnt",
    "learning_intro": "The same {questions} questions were asked before and after. These are the answers of the "
    "{people} people who took part both times. A question that somebody left out counts as not right.",
    "learning_intro_one": "The same question was asked before and after. These are the answers of the {people} people "
    "who took part both times.",
    "no-checks": "This workshop did not ask the same questions before and after, so nothing can be compared.",
    "too-few": "Fewer than five people took part both times. Their answers are not shown, because somebody could "
    "recognise them.",
    "before": "Before",
    "after": "After",
    "later": "Three weeks later",
    "all_answers": "All answers",
    "right_answers": "right answers",
    "gain": "Normalised gain",
    "gain_is": "The normalised gain is {gain}: {bands}.",
    "gain_range": "The normalised gain is between {low} and {high}: {bands}.",
    "low": "low (below 0.3)",
    "medium": "medium (0.3 to 0.7)",
    "high": "high (0.7 or more)",
    "or": " or ",
    "gain_means": "It says how much of what could still be learnt was learnt: 0 means nothing, 1 means all of it.",
    "gain_care": "Low, medium and high are words from physics courses that lasted months. A workshop is short, and "
    "these are a few questions. Take the number as a hint, and compare workshops rather than people.",
    "all-right": "All answers were right before the workshop already. There was nothing left to gain, so a normalised "
    "gain cannot be worked out.",
    "lost": "Fewer answers were right after the workshop than before. A normalised gain is not meant for this, so no "
    "number is given. A question may have been misunderstood, or people may have answered in a hurry.",
    "unclear": "The groups are so small that a normalised gain cannot be given without showing them.",
    "hake": "Normalised gain: R. R. Hake, “Interactive-engagement versus traditional methods: A six-thousand-student "
    "survey of mechanics test data for introductory physics courses”, American Journal of Physics 66, 64–74 (1998), "
    "doi:10.1119/1.18809.",
    # the follow-up
    "follow_up": "What stayed",
    "later_intro": "{people} of these people came back and answered the same questions once more.",
    "later_too-few": "Fewer than five of these people came back. Their answers are not shown.",
    "later_only": "Of the others there are so few that their answers could be worked out. So what those who came back "
    "had right before and after is not shown by itself.",
    # each question
    "questions": "Question by question",
    "questions_none": "No question was asked in this workshop.",
    "vote": "First vote",
    "vote_2": "Second vote",
    "answered": "{count} people answered.",
    "answered_few": "Fewer than five people answered, so their answers are not shown.",
    "right": "Right",
    "right_answer": "right answer",
    "parts": "Part by part",
    "sure_but_wrong": "Very sure, but not right",
    "sure_means": "people who were very sure of an answer that is not right: worth talking about again.",
    "answer": "Answer",
    "question": "Question",
    "how_many": "How many",
    # how to read it
    "reading": "How to read this report",
    "hiding": "Groups of fewer than five people are hidden. Where such a group could be worked out from the other "
    "numbers, a second number is hidden too, and a range is shown instead.",
    "personal": "Nothing in this report is about one person. No names, addresses or devices are stored in a workshop.",
}
