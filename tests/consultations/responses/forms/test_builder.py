"""Every kind of question, filled in as a browser does: kept, given back, read and counted."""

import pytest
from django.http import QueryDict

from consultations.responses.domain.answers import loaded, picks, shown, stored
from consultations.responses.forms.builder import CommentForm
from consultations.responses.forms.kinds import parts_of, value_of
from tests.factories.questions import EVERY_KIND, Asked, option, questions

LONG = "word " * 5000


def fill(asked, said, *, kept=None, on_page=None):
    """The form with these boxes filled: `said` by (question, part), options by their label."""
    data = QueryDict(mutable=True)
    for (name, part), value in said.items():
        question = asked[name]
        values = value if isinstance(value, list) else [value]
        field = question.field_name + (f"_{key(question, part)}" if part else "")
        data.setlist(field, [key(question, one) for one in values])
    if on_page is not None:
        data.setlist("asked", on_page)
    return CommentForm(
        data, questions=list(asked.values()), kept=kept, present_wording="As it stands."
    )


def key(question, label):
    keys = {one["label"]: one["key"] for one in question.options}
    keys |= {one["label"]: one["key"] for one in question.settings.get("rows", [])}
    return keys.get(label, label)


FILLED = [
    ("stance", {"": "agree"}, "Agree", 0),
    ("comment", {"": "Two\nlines"}, "Two\nlines", 0),
    ("wording", {"": "As it should stand."}, "As it should stand.", 0),
    (
        "check",
        {"": "wrong", "right": "It was 2009.", "source": "The minutes"},
        "Wrong\nWhat is right? It was 2009.\nHow can we check that? The minutes",
        1,
    ),
    ("choice", {"": "You"}, "You", 1),
    ("choice", {"": "Something else", "other": "Both"}, "Something else: Both", 1),
    ("multi", {"": ["Time", "Money"]}, "Time\nMoney", 2),
    ("multi", {"": ["None of these"]}, "None of these", 1),
    ("options", {"": "This way", "why": "It is short."}, "This way\nWhy? It is short.", 1),
    ("first", {"": ["Roads", "Rules"], "Roads": "2", "Rules": "1"}, "1. Rules\n2. Roads", 2),
    ("first", {"": ["Roads", "Rules"]}, "Roads\nRules", 2),
    ("first", {"": ["Roads"]}, "1. Roads", 1),
    ("matrix", {"Grants": "Badly"}, "Grants: Badly", 1),
    ("place", {"": "Old Town"}, "Old Town", 1),
    ("line", {"": " The  choir "}, "The choir", 0),
    ("number", {"": "1 2"}, "12", 0),
    ("date", {"": "27/3/2026"}, "27 March 2026", 0),
    (
        "impact",
        {"": "yes", "people": ["Carers"], "how": "Buses."},
        "Yes\nWhich people? Carers\nHow would it affect them? Buses.",
        2,
    ),
    (
        "evidence",
        {"text": "See this.", "link": "https://example.org/a", "may_show": "yes"},
        "What you know or have seen: See this.\nA link to it: https://example.org/a\n"
        "May others see this? Yes, others may see it",
        0,
    ),
    (
        "record",
        {"headcount": "14", "agreed": "Buses."},
        "How many people took part? 14\nWhat did everybody agree on? Buses.",
        0,
    ),
    ("offer", {"": ["Read the next draft"]}, "Read the next draft", 1),
    ("consents", {"Quote me": "on"}, "Quote me", 1),
]


@pytest.mark.parametrize(("name", "said", "read", "options"), FILLED)
def test_every_kind_is_kept_given_back_read_and_counted(name, said, read, options):
    asked = questions(*EVERY_KIND)
    question = asked[name]

    form = fill(asked, {(name, part): value for part, value in said.items()})

    assert form.is_valid(), form.errors
    value = form.answers[question.key.hex]
    again = value_of(question, parts_of(question, value))
    assert loaded(question.kind, stored(value)) == value == again
    assert shown(question, value) == read
    assert len(picks(question.kind, value)) == options


FAULTY = [
    ("number", {"": "many"}, "Write a whole number, such as 12."),
    ("number", {"": "0"}, "Write a number of 1 or more."),
    ("number", {"": "501"}, "Write a number of 500 or less."),
    ("date", {"": "31 2 2026"}, "Write a day, month and year, such as 27 3 2026."),
    ("date", {"": "last week"}, "Write a day, month and year, such as 27 3 2026."),
    ("choice", {"": "Something else"}, "Write what else you mean, or choose another answer."),
    (
        "choice",
        {"": "You", "other": "Both"},
        "You wrote something else: choose “Something else” too, or empty its box.",
    ),
    ("choice", {"": "made up"}, "Choose one of the answers listed."),
    ("multi", {"": ["Time", "made up"]}, "Choose among the answers listed."),
    (
        "multi",
        {"": ["Time", "None of these"]},
        "Choose “None of these” by itself, or take its tick away.",
    ),
    ("first", {"": ["Roads", "Rooms", "Rules", "Roofs"]}, "Choose 3 at most. You chose 4."),
    (
        "first",
        {"": ["Roads", "Rules"], "Roads": "1", "Rules": "1"},
        "Two are first. Give each a place of its own.",
    ),
    (
        "first",
        {"": ["Roads", "Rules"], "Roads": "1"},
        "Give this its place too, or leave every place empty.",
    ),
    ("evidence", {"link": "http://example.org"}, "Write a link that begins with https://"),
    ("evidence", {"link": "javascript:alert(1)"}, "Write a link that begins with https://"),
    ("record", {"headcount": "0"}, "Write a number of 1 or more."),
    ("line", {"": "x" * 301}, "Shorten this to 300 characters or fewer"),
]


@pytest.mark.parametrize(("name", "said", "sentence"), FAULTY)
def test_errors_say_what_to_do_and_keep_what_was_typed(name, said, sentence):
    asked = questions(*EVERY_KIND)
    boxes = {(name, part): value for part, value in said.items()}

    form = fill(asked, {**boxes, ("comment", ""): LONG[:9000]})

    assert not form.is_valid()
    [errors] = form.errors.values()
    assert sentence in errors[0]
    assert LONG[:9000].strip() in str(form[asked["comment"].field_name])
    for part, value in said.items():
        box = form[asked[name].field_name + (f"_{key(asked[name], part)}" if part else "")]
        typed = value if isinstance(value, list) else [value]
        held = box.data if isinstance(box.data, list) else [box.data]
        assert held == [key(asked[name], one) for one in typed]


def test_nothing_is_required_but_something_has_to_be_said():
    asked = questions(*EVERY_KIND)

    form = fill(asked, {})

    assert not form.is_valid()
    assert list(form.errors) == ["__all__"]


def test_wording_left_as_it_stands_is_no_answer():
    asked = questions(*EVERY_KIND)

    alone = fill(asked, {("wording", ""): "As it \r\nstands."})
    beside = fill(asked, {("wording", ""): "As it stands.", ("stance", ""): "agree"})

    assert not alone.is_valid()
    assert beside.is_valid()
    assert beside.answers == {asked["stance"].key.hex: "agree"}


def test_wording_is_filled_in_beforehand():
    asked = questions(*EVERY_KIND)

    form = CommentForm(questions=list(asked.values()), present_wording="As it stands.")

    assert "As it stands." in str(form[asked["wording"].field_name])


class TestQuestionsThatAnswersBring:
    STANCE = Asked("stance", "stance", "How far do you agree?")
    CHANGE = Asked("change", "comment", "What should change?", when=(("stance", "disagree"),))

    @pytest.fixture
    def asked(self):
        return questions(self.STANCE, self.CHANGE)

    def test_are_not_on_the_page_at_first(self, asked):
        form = CommentForm(questions=list(asked.values()))

        assert [group.question.label for group in form.groups] == ["How far do you agree?"]

    def test_come_when_the_page_is_sent(self, asked):
        form = fill(asked, {("stance", ""): "disagree"}, on_page=[asked["stance"].field_name])

        assert form.is_valid()
        assert form.brings_more
        assert [group.question.label for group in form.brought] == ["What should change?"]

    def test_are_not_asked_for_again_when_they_are_left_empty(self, asked):
        on_page = [one.field_name for one in asked.values()]

        form = fill(asked, {("stance", ""): "disagree"}, on_page=on_page)

        assert form.is_valid()
        assert not form.brings_more

    def test_keep_what_was_said_when_they_are_hidden_again(self, asked):
        on_page = [one.field_name for one in asked.values()]
        said = {("stance", ""): "agree", ("change", ""): "The date."}

        form = fill(asked, said, on_page=on_page)

        assert form.is_valid()
        assert form.answers[asked["change"].key.hex] == "The date."
        assert set(form.answers_shown) == {asked["stance"].key.hex}

    def test_come_back_with_what_was_said(self, asked):
        kept = {asked["stance"].key.hex: "agree", asked["change"].key.hex: "The date."}
        on_page = [asked["stance"].field_name]

        form = fill(asked, {("stance", ""): "disagree"}, kept=kept, on_page=on_page)

        assert form.is_valid()
        assert form.brings_more
        assert "The date." in str(form[asked["change"].field_name])

    def test_are_not_the_only_thing_that_has_to_be_said(self, asked):
        on_page = [one.field_name for one in asked.values()]

        form = fill(asked, {("change", ""): "Hidden words."}, on_page=on_page)

        assert not form.is_valid()
        assert "__all__" in form.errors

    def test_what_was_ticked_is_then_put_in_order(self):
        first = questions(EVERY_KIND[7])
        question = first["first"]

        form = fill(first, {("first", ""): ["Roads", "Rules"]}, on_page=[question.field_name])

        assert form.is_valid()
        [group] = form.brought
        assert [field.label for field in group.parts] == ["Roads", "Rules"]
        assert option(question, "Roads") in group.parts[0].name


def test_an_order_kept_when_less_was_ticked_is_not_taken_for_the_order_of_more():
    asked = questions(*EVERY_KIND)
    question = next(one for one in asked.values() if one.kind == "priorities")
    first, second = [one["key"] for one in question.options[:2]]
    kept = {question.key.hex: {"picked": [first], "ordered": True}}
    data = QueryDict(mutable=True)
    data.setlist(question.field_name, [first, second])
    data.setlist("asked", [question.field_name])

    form = CommentForm(data, questions=[question], kept=kept)

    assert form.is_valid()
    assert [group.question for group in form.brought] == [question]
