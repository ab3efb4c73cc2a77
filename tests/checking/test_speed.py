"""A check is quick enough to run at every save. Processor time, so that a busy machine does not fail it."""

import cProfile
import time
from pathlib import Path

from patientbook.checking import check_guide
from tools.bench.large import make_large


def test_a_chapter_of_two_thousand_words_is_checked_in_half_a_second(guide: Path, chapter: Path) -> None:
    sentence = "The [gene](08-glossary.md#gene) is read in each of the many cells of a body [@slamon2001]. "
    sections = "".join(f"## Part {number}\n\n{sentence * 10}\n\n" for number in range(13))
    text = chapter.read_text(encoding="utf-8").replace("## Key points", sections + "## Key points")
    chapter.write_text(text, encoding="utf-8")
    terms = "".join(f"  word-{number}:\n    term: Word {number}\n    meaning: A word.\n" for number in range(150))
    with (guide / "content/en/glossary.yaml").open("a", encoding="utf-8") as glossary:
        glossary.write(terms)
    check_guide(guide)  # imports what is imported late
    times = []
    for _ in range(3):
        start = time.process_time()
        check_guide(guide)
        times.append(time.process_time() - start)
    assert min(times) < 0.5


def test_the_work_grows_in_proportion_to_the_number_of_chapters(tmp_path: Path) -> None:
    """Calls are counted, which are the same on every machine."""
    small, large = (make_large(tmp_path / str(count), count) for count in (15, 60))
    check_guide(small)  # imports what is imported late, and keeps what is worked out once
    counts = []
    for guide in (small, large):
        profile = cProfile.Profile()
        assert [one for one in profile.runcall(check_guide, guide) if one.severity == "error"] == []
        counts.append(sum(entry.callcount for entry in profile.getstats()))
    assert counts[1] / counts[0] < 4
