"""Files as Moodle writes them come in; what a quiz here does not have is told by line, each mistake once."""

import pytest

from patientbook.bank import as_gift

GIVEN = {"chapter": "01-first", "quiz": "about-genes", "language": "en", "explained_in": "genes"}

# In the form in which Moodle's export writes it: comments, categories, HTML, tabs, `%100%` and `####`.
FROM_MOODLE = r"""// question: 0  name: Switch category to $course$/top/Genetics
$CATEGORY: $course$/top/Genetics


// question: 12  name: What is a gene?
// [tag:basics]
::What is a gene?::[html]<p dir\="ltr">What is a <b>gene </b>?<br></p>{
	=<p>A part of DNA</p>#<p>Yes, it is.</p>
	~<p>A kind of cell</p>#<p>No\: a cell is larger &amp; has many.</p>
	####<p>Genes lie on chromosomes.</p>
}


// question: 13  name: Which are letters of DNA?
::Which are letters of DNA?::[html]<p>Which are letters of DNA?</p>{
	~%50%A#Yes.
	~%50%T#Yes.
	~%-100%X#No.
	~Q#No, too.
}


// question: 14  name: Genes can be read
::Genes can be read::[moodle]Genes can be read.{TRUE#They can.#Yes.####Since 1977.}


// question: 15  name: Match
::Match::[html]Match the <em>part</em> to what it does.{
	=[html]DNA -> keeps
	=A ribosome -> builds
	= -> sleeps
	####Each part has one task.
}
"""


def read(text):
    found = as_gift.read(text, GIVEN)
    assert found.problems == ()
    return [one.question for one in found.questions]


def test_single_choice_as_moodle_writes_it_comes_in_with_its_words_as_markdown():
    first, *_ = read(FROM_MOODLE)
    assert (first.id, first.type, first.stem) == ("what-is-a-gene", "single", "What is a **gene** ?")
    assert [(each.text, bool(each.right)) for each in first.options] == [
        ("A part of DNA", True),
        ("A kind of cell", False),
    ]
    assert first.options[1].explanation == "No: a cell is larger & has many. Genes lie on chromosomes."


def test_several_right_answers_are_known_by_their_shares():
    _, several, *_ = read(FROM_MOODLE)
    assert several.type == "several"
    assert [(each.text, each.right) for each in several.options] == [
        ("A", True),
        ("T", True),
        ("X", False),
        ("Q", False),
    ]


def test_true_and_false_is_told_what_was_chosen_and_what_is_said_to_all():
    truth = read(FROM_MOODLE)[2]
    assert (truth.right, truth.if_false, truth.if_true) == (True, "They can. Since 1977.", "Yes. Since 1977.")


def test_pairs_come_in_with_what_belongs_to_none_and_one_explanation_for_all():
    matching = read(FROM_MOODLE)[3]
    assert matching.stem == "Match the *part* to what it does."
    assert [(pair.text, pair.match, pair.explanation) for pair in matching.pairs] == [
        ("DNA", "keeps", "Each part has one task."),
        ("A ribosome", "builds", "Each part has one task."),
    ]
    assert matching.also == ("sleeps",)


def test_each_question_knows_its_line():
    assert [one.line for one in as_gift.read(FROM_MOODLE, GIVEN).questions] == [7, 15, 24, 28]


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("#=%100%12:2#Yes.", (10, 14)),
        ("#12:2#Yes.", (10, 14)),
        ("#10..14#Yes.", (10, 14)),
        ("#12#Yes.", (12, 12)),
        ("#\n\t=%100%12:0.0#Yes.\n\t~#No.\n", (12, 12)),
        ("#-3..-1#Yes.", (-3, -1)),
    ],
)
def test_numbers_come_in_with_a_scale_from_the_comment_above(answer, right):
    note = '// patientbook: {"min": -20, "max": 20, "unit": "of 20", "too_low": "More.", "too_high": "Less."}'
    [scale] = read(f"{note}\n::How many?::How many?{{{answer}}}\n")
    assert (scale.id, scale.right.from_, scale.right.to, scale.just_right) == ("how-many", *right, "Yes.")
    assert scale.too_low in {"More.", "No."}


def test_titles_that_are_alike_give_ids_that_are_not():
    [first, second, third] = read("\n\n".join("::Genes::Genes are real.{T#No.#Yes.}" for _ in range(3)))
    assert (first.id, second.id, third.id) == ("genes", "genes-2", "genes-3")


def test_titles_without_a_letter_for_an_id_are_numbered():
    [first, second] = read("::日本::日本{T#No.#Yes.}\n\n::中国::中国{T#No.#Yes.}")
    assert (first.id, second.id) == ("question", "question-2")


def test_words_that_look_like_the_answer_of_another_type_are_taken_as_words():
    [first, second] = read("::a::Why?{=T cells#A -> B. ~F#No.}\n\n::b::Why?{=A -> B#Yes. ~C#No.}")
    assert [first.options[0].text, first.options[0].explanation] == ["T cells", "A -> B."]
    assert (second.type, second.options[0].text) == ("single", "A -> B")


def test_plain_text_keeps_its_signs_and_a_format_of_one_answer_is_its_own():
    [one] = read("::a::[plain]What is *this*?{=[html]<i>An</i> answer#Yes. ~[markdown]A *word*#No.}")
    assert one.stem == r"What is \*this\*?"
    assert [each.text for each in one.options] == ["*An* answer", "A *word*"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("What is a gene?", ["1 gift-form The question has no answers between braces."]),
        ("\n\n::a::Why? {=A#b", ["3 gift-form The brace that opens the answers is not closed."]),
        ("::a::Why?\n{=A#b\n\n~B#c}", ["2 gift-form The brace that opens", "4 gift-form The question has no answers"]),
        ("::a Why? {=A#b ~C#d}", ["1 gift-form The title of the question is not closed."]),
        ("::a::Why? {}", ["1 gift-form The question has no answers to choose from"]),
        ("::a::Why? {####Write a page.}", ["1 gift-form The question has no answers to choose from"]),
        ("::a::Why? {=one =%50%two}", ["1 gift-form All answers are right"]),
        ("::a::Why? {one}", ["1 gift-form The answers begin neither"]),
        ("::a::Why? {one ~two}", ["1 gift-form The answers begin neither"]),
        ("::a::A {=gene#b ~cell#c} is small.", ["1 gift-form Text follows the answers: a gap"]),
        ("::a::A\n{=gene#b\n~cell#c}\n::b::B{T}", ["3 gift-form Text follows the answers"]),
        ("::a::How many? {#many}", ["1 gift-form 'many' is no whole number"]),
        ("::a::How many? {#\n=%100%1.5:0#a\n}", ["2 gift-form '1.5:0' is no whole number"]),
        ("::a::How many? {#=1#a =%50%2#b}", ["1 gift-form Several numbers are right"]),
        ("::a::How many? {#3}", ["1 missing-key Question 'a': A number is chosen on a scale here"]),
        ("::a::Why? {\n=A#Yes.\n~B\n}", ["3 missing-key Question 'a': Answer 2 has no explanation."]),
        ("::a::Why? {\n=A#Yes.\n~%50%B#Half.\n}", ["3 gift-form 'B' is right in part (50 %)."]),
        ("::a::Why? {~A#a ~B#b}", ["1 question-has-answer Question 'a' has no right answer."]),
        ("::a::Why? {=A#a =B#b ~C#c}", ["1 one-right-answer Question 'a' has 2 right answers (a, b)"]),
        ("::a::Why? {\n=A -> B\n=C\n}", ["3 gift-form 'C' has nothing that belongs to it."]),
        ("::a::Why? {=A -> B =C -> D}", ["1 missing-key Question 'a': Its pairs have no explanation."]),
        ("::a::It is. {T}", ["1 missing-key Question 'a': It does not say to everybody why"]),
        ("::a::It is. {T#No.}", ["1 missing-key Question 'a': It does not say to everybody why"]),
        ("::a::[html]<img src='x.png'> What?{T#No.#Yes.}", ["1 gift-form It has something that the words"]),
        ("::a::Why?{\n=A#Yes.\n~[html]10<sup>6</sup>#No.\n}", ["3 gift-form It has something that the words"]),
    ],
)
def test_what_is_wrong_is_told_once_and_by_line(text, told):
    problems = as_gift.read(text, GIVEN).problems
    assert len(problems) == len(told), problems
    for problem, start in zip(problems, told, strict=True):
        assert f"{problem.line} {problem.rule} {problem.what}".startswith(start)
        assert problem.way_out


def test_what_is_right_comes_in_beside_what_is_wrong():
    found = as_gift.read(FROM_MOODLE + "\n\n::Essay::Write a page.{}\n", GIVEN)
    assert (len(found.questions), [problem.line for problem in found.problems]) == (4, [36])
