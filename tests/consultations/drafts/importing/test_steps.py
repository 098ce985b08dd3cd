"""Corrections in the database: one window at a time, each taken back exactly."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.drafts.importing import correcting, steps
from consultations.drafts.importing.correcting import CannotCorrect
from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.importing.steps import ChangedMeanwhile, NothingToUndo, difference, undo
from consultations.drafts.models import ImportStep
from tests.factories.imports import correct, make_import, outline_of


def take_back(found):
    found.refresh_from_db()
    return undo(draft_import_id=found.pk, version=found.version)


@pytest.mark.django_db
class TestCorrecting:
    def test_keeps_the_outline_and_what_was_said(self, officer):
        found = make_import(officer)

        correct(found, "demote-section", section=1)

        assert len(outline_of(found).sections) == 1
        assert found.said == "Section 2 “Grants” is now a heading in section 1 “Working together”."
        assert (found.said_section, found.said_passage, found.version) == (0, 3, 1)

    def test_of_an_older_version_changes_nothing(self, officer):
        found = make_import(officer)
        correct(found, "drop-passage", section=0, passage=0)
        before = outline_of(found)

        for version in (0, 2):
            with pytest.raises(ChangedMeanwhile):
                steps.correct(
                    draft_import_id=found.pk, version=version, name="drop-section", section=0
                )

        assert outline_of(found) == before

    def test_that_cannot_be_made_changes_nothing(self, officer):
        found = make_import(officer)

        with pytest.raises(CannotCorrect):
            correct(found, "merge-section", section=0)

        found.refresh_from_db()
        assert (found.version, ImportStep.objects.count()) == (0, 0)


@pytest.mark.django_db
class TestUndoing:
    def test_goes_back_step_by_step_to_what_was_read(self, officer):
        found = make_import(officer)
        states = [outline_of(found)]
        for name, arguments in (
            ("retitle", {"title": "Another title"}),
            ("split-section", {"section": 0, "passage": 1}),
            ("drop-section", {"section": 0}),
            ("merge-passage", {"section": 1, "passage": 1}),
        ):
            correct(found, name, **arguments)
            states.append(outline_of(found))

        for state in reversed(states[:-1]):
            assert take_back(found).said.startswith("Undone: ")
            assert outline_of(found) == state
        with pytest.raises(NothingToUndo):
            take_back(found)

    def test_is_possible_for_the_last_twenty_at_least(self, officer, monkeypatch):
        monkeypatch.setattr(steps, "MOST_STEPS", 20)
        found = make_import(officer)
        before = []
        for turn in range(25):
            before.append(outline_of(found))
            correct(found, "retitle", title=f"Title {turn}")

        assert found.steps.count() == 20
        for state in reversed(before[5:]):
            take_back(found)
            assert outline_of(found) == state
        with pytest.raises(NothingToUndo):
            take_back(found)

    def test_of_an_older_version_changes_nothing(self, officer):
        found = make_import(officer)
        correct(found, "drop-section", section=0)

        with pytest.raises(ChangedMeanwhile):
            undo(draft_import_id=found.pk, version=0)

    def test_keeps_only_the_sections_that_a_step_changed(self, officer):
        found = make_import(officer)
        correct(found, "drop-passage", section=1, passage=0)

        step = found.steps.get()

        assert (step.first, step.length, len(step.replaced)) == (1, 1, 1)


NAMES = [
    "merge_section",
    "demote_section",
    "split_section",
    "promote_passage",
    "merge_passage",
    "drop_passage",
    "drop_section",
    "mark_front_matter",
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.integers(0, 3), min_size=1, max_size=5),
    st.sampled_from(NAMES),
    st.integers(0, 4),
    st.integers(0, 3),
)
def test_what_differs_is_enough_to_go_back(sizes, name, section, passage):
    before = Outline(
        "Draft",
        tuple(
            Section(f"S{at}", tuple(Passage(Kind.PARAGRAPH, "Same.") for _ in range(size)))
            for at, size in enumerate(sizes)
        ),
    )
    arguments = {"section": section}
    if name in ("split_section", "promote_passage", "merge_passage", "drop_passage"):
        arguments["passage"] = passage
    try:
        after = getattr(correcting, name)(before, **arguments).outline
    except CannotCorrect:
        return

    first, length, replaced = difference(before, after)

    now = after.sections
    assert (*now[:first], *replaced, *now[first + length :]) == before.sections
