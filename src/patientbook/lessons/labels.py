"""The words of the lesson's own parts, in English; translations replace them by key."""

LABELS = {
    "purpose": "What this chapter is for",
    "objectives": "After this chapter you can:",
    "picture": "Picture",
    "survival": "Figures about survival, if you want them:",
    "survival_note": "Open this only if you want to. These figures are about groups of people. "
    "They cannot tell what will happen to you.",
    "sources": "Sources",
    "sources_intro": "The numbers in the text lead here.",
    "opens_elsewhere": "opens another website",
    "review": "About this chapter",
    "written": "Written",
    "from_sources": "from {count} sources; the newest is from {year}",
    "reviewed": "Reviewed",
    "reviewed_never": "Not yet. Nobody has reviewed this chapter so far.",
    "next_review": "Next review due",
    "made_by": "Made by",
    "funding": "Funding",
    "licence": "Licence",
    "updates": "Updates",
    "mistake": "Report a mistake",
    "contacts": "Whom you can call or write to",
    "in_chapter": "Chapter {number}: {heading}",
    "in_page": "{title} – {heading}",
}
