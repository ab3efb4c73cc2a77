"""Questions of a file come into a guide's quizzes: all of them or none, and nothing else in those files is changed."""

import pytest

from patientbook.bank import BankQuestion, Wanted, as_csv, as_gift, find_questions, import_questions
from patientbook.checking import check_guide
from patientbook.problems import ContentError
from patientbook.reading import load_guide
from tests.guides import CHAPTER, replace_in

QUIZZES = "content/en/quizzes/01-bicycles.yaml"
GIVEN = {"chapter": "01-bicycles", "language": "en", "explained_in": "how-to-ride"}
NEW = "::Who rides?::Who rides, and why: “all”?{\n=Everybody#Yes.\n~Nobody#Look around.\n}\n"
SAME = '// patientbook: {"hints": []}\n::round::Wheels are flat.{FALSE#They are round.#Yes.}\n'


def of_gift(text, **given):
    found = as_gift.read(text, {**GIVEN, **given})
    assert found.problems == ()
    return found.questions


def contents(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed(root, before):
    return {name for name, now in contents(root).items() if before.get(name) != now}


def questions_of(root, **wanted):
    return list(find_questions(load_guide(root), Wanted(**wanted)))


def refused(root, questions, *, replace_same=False):
    """The problems for which nothing is imported; every byte of the guide stays."""
    before = contents(root)
    with pytest.raises(ContentError) as caught:
        import_questions(root, questions, replace_same=replace_same)
    assert contents(root) == before
    return [f"{each.file}:{each.line} {each.rule} {each.what} {each.way_out}" for each in caught.value.problems]


def test_a_question_goes_to_the_end_of_the_quiz_that_is_there_and_nothing_else_changes(guide):
    before = contents(guide)
    [told] = import_questions(guide, of_gift(NEW), replace_same=False)
    assert told == f"Added 'who-rides' to the quiz 'first-ride' in {QUIZZES}"
    assert changed(guide, before) == {QUIZZES}
    assert (guide / QUIZZES).read_bytes().startswith(before[QUIZZES])
    assert questions_of(guide)[-1] == BankQuestion("01-bicycles", "first-ride", "en", of_gift(NEW)[0].question)


def test_a_quiz_that_is_new_is_shown_in_the_chapter(guide):
    [added, shown] = import_questions(guide, of_gift(NEW, quiz="more"), replace_same=False)
    assert added == f"Added 'who-rides' to a new quiz 'more' in {QUIZZES}"
    line = int(shown.partition(":")[2].partition(";")[0])
    assert 'lesson.quiz("more")' in (guide / CHAPTER).read_text(encoding="utf-8").splitlines()[line]
    assert [one.quiz for one in questions_of(guide)] == ["first-ride", "first-ride", "more"]
    assert [one for one in check_guide(guide) if one.severity == "error"] == []


def test_two_new_quizzes_of_a_chapter_are_both_shown(guide):
    more = NEW.replace("Who rides", "Who walks")
    import_questions(guide, [*of_gift(NEW, quiz="more"), *of_gift(more, quiz="most")], replace_same=False)
    text = (guide / CHAPTER).read_text(encoding="utf-8")
    assert text.index('lesson.quiz("more")') < text.index('lesson.quiz("most")') < text.index("## What is not known")
    assert [one for one in check_guide(guide) if one.severity == "error"] == []


def test_the_first_questions_of_a_chapter_make_its_file(guide):
    (guide / QUIZZES).unlink()
    replace_in(guide / CHAPTER, 'lesson.quiz("first-ride")', 'lesson.figure("riders")')
    two = [*of_gift(NEW), *of_gift(NEW.replace("Who rides", "Who walks"))]
    import_questions(guide, two, replace_same=False)
    assert [(one.quiz, one.question.id) for one in questions_of(guide)] == [
        ("check-yourself", "who-rides"),
        ("check-yourself", "who-walks"),
    ]


def test_a_taken_id_is_told_and_replaced_only_when_that_is_said(guide):
    [told] = refused(guide, of_gift("\n\n" + SAME))
    assert told.startswith("questions:4 question-taken The chapter '01-bicycles' has a question 'round' already.")
    assert "--replace" in told
    before = (guide / QUIZZES).read_text(encoding="utf-8")
    [told] = import_questions(guide, of_gift(SAME), replace_same=True)
    assert told == f"Replaced 'round' in {QUIZZES}"
    after = (guide / QUIZZES).read_text(encoding="utf-8")
    assert after.startswith(before[: before.index("      - id: round")])
    assert [one.question.stem for one in questions_of(guide, id="round")] == ["Wheels are flat."]


def test_a_question_between_others_is_replaced_and_comments_stay(guide):
    replace_in(guide / QUIZZES, "      - id: round", "      # about wheels\n      - id: round")
    import_questions(guide, of_gift(SAME.replace("round::", "how-many::")), replace_same=True)
    text = (guide / QUIZZES).read_text(encoding="utf-8")
    assert "\n      # about wheels\n      - id: round" in text
    assert [one.question.id for one in questions_of(guide)] == ["how-many", "round"]


def test_what_was_exported_and_not_changed_changes_nothing(guide):
    before = contents(guide)
    told = import_questions(guide, as_csv.read(as_csv.write(questions_of(guide))).questions, replace_same=True)
    assert told == [f"Left 'how-many' as it is in {QUIZZES}", f"Left 'round' as it is in {QUIZZES}"]
    assert contents(guide) == before


def test_an_exported_table_comes_back_into_a_guide_that_lost_its_questions(guide):
    exported = questions_of(guide)
    (guide / QUIZZES).write_text("quizzes: []\n", encoding="utf-8")
    replace_in(guide / CHAPTER, 'lesson.quiz("first-ride")', 'lesson.figure("riders")')
    import_questions(guide, as_csv.read(as_csv.write(exported)).questions, replace_same=False)
    assert questions_of(guide) == exported


def test_one_wrong_question_keeps_all_of_them_out(guide):
    wrong = NEW.replace("Who rides", "Who walks")
    told = refused(guide, [*of_gift(NEW), *of_gift("\n\n\n" + wrong, explained_in="how-to-rid")])
    [line] = told
    assert line == (
        "questions:4 question-place Question 'who-walks': the chapter '01-bicycles' has no heading 'how-to-rid'. "
        "Did you mean 'how-to-ride'?"
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"chapter": ""}, "does not say which chapter it is for. Say it with --chapter."),
        ({"chapter": "02"}, "the guide has no chapter '02'. There are: 01-bicycles, 08-words."),
        ({"language": "xx"}, "the guide has no language 'xx'. There are: en."),
        ({"terms": ["bel"]}, "the glossary has no term 'bel'. Did you mean 'bell'?"),
        ({"explained_in": "nowhere-at-all"}, "has no heading 'nowhere-at-all'. There are: "),
    ],
)
def test_what_has_no_place_in_the_guide_is_told_at_its_line(guide, given, told):
    [line] = refused(guide, of_gift(NEW, **given))
    assert line.startswith("questions:1 question-place ")
    assert told in line


def test_a_chapter_may_go_by_its_number(guide):
    import_questions(guide, of_gift(NEW, chapter="01"), replace_same=False)
    assert [one.chapter for one in questions_of(guide, id="who-rides")] == ["01-bicycles"]


def test_the_same_id_twice_in_one_file_is_told_at_the_second(guide):
    text = f"{SAME}\n{SAME}".replace("round::", "flat::")
    [line] = refused(guide, of_gift(text))
    assert line.startswith("questions:5 question-taken The question in line 2 has the id 'flat' too.")


def test_an_error_that_the_guide_would_have_is_told_at_the_line_of_the_file(guide):
    text = "\n\n::Link::Look at [this](08-words.md#nothing).{T#No.#Yes.}\n"
    [line] = refused(guide, of_gift(text))
    assert line.startswith("questions:3 ")
    assert "Question 'link'" in line
    assert "nothing" in line


def test_windows_line_ends_stay_as_they_are(guide):
    (guide / QUIZZES).write_bytes((guide / QUIZZES).read_bytes().replace(b"\n", b"\r\n"))
    before = (guide / QUIZZES).read_bytes()
    import_questions(guide, of_gift(NEW), replace_same=False)
    after = (guide / QUIZZES).read_bytes()
    assert after.startswith(before.rstrip())
    assert after.count(b"\n") == after.count(b"\r\n")
    import_questions(guide, of_gift(SAME), replace_same=True)
    assert [one.question.id for one in questions_of(guide)] == ["how-many", "round", "who-rides"]
    assert (guide / QUIZZES).read_bytes().count(b"\n") == (guide / QUIZZES).read_bytes().count(b"\r\n")
