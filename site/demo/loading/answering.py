"""Sending what people wrote, through the same functions as the form."""

import random
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from consultations.drafts.models import DraftPage, Passage
from consultations.models import ConsultationPage
from consultations.responses.domain import baskets, sending
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import version_for
from consultations.responses.domain.references import new_key
from consultations.responses.enums import Capacity, PlaceKind, QuestionKind

SOONEST = timedelta(minutes=20)


class NoSuchPlace(Exception):
    """The words after an `@` are in no passage, or in several."""


@dataclass
class Consulted:
    """A consultation with its draft: where comments belong, what is asked there, and when."""

    consultation: ConsultationPage
    draft: DraftPage | None = None

    @cached_property
    def passages(self):
        sections = self.draft.sections().live() if self.draft else []
        rows = Passage.objects.filter(section__in=sections, section__is_front_matter=False)
        return list(rows.select_related("section"))

    def place(self, about):
        """The place whose words these are: of one passage, or a name such as `whole draft`."""
        if about == "whole consultation":
            return Place(self.consultation)
        if about == "whole draft":
            return Place(self.consultation, self.draft)
        if about.startswith("section: "):
            title = about.removeprefix("section: ")
            return Place(self.consultation, self.draft, self.draft.sections().get(title=title))
        found = [passage for passage in self.passages if about.lower() in passage.text.lower()]
        if len(found) != 1:
            raise NoSuchPlace(f"“{about}” is in {len(found)} passages of {self.consultation}.")
        return Place(self.consultation, self.draft, found[0].section, found[0])

    def asked(self, place):
        """The version asked there, and its questions by key and by kind: the first of each.

        Asked for once a form.
        """
        kept = self.__dict__.setdefault("_asked", {})
        key = (place.kind == PlaceKind.CONSULTATION, place.section.pk if place.section else None)
        if key not in kept:
            version = version_for(place)
            questions = {}
            for question in version.questions.all():
                questions[question.key.hex] = question
                questions.setdefault(question.kind, question)
            kept[key] = version, questions
        return kept[key]


def fill_basket(written, *, consulted, at):
    """Put the comments and who wrote them into a new basket; gives its key."""
    key = new_key()
    for comment in written.comments:
        place = consulted.place(comment.about)
        version, questions = consulted.asked(place)
        basket = baskets.keep_comment(
            key=key, place=place, version=version, answers=_said(comment, questions), now=at
        ).basket
    if written.publish:
        is_group = written.capacity == Capacity.GROUP
        baskets.keep_about_you(
            basket=basket,
            capacity=written.capacity,
            publish=written.publish,
            organisation_name=written.name if is_group else "",
            name="" if is_group else written.name,
            email=written.email,
            now=at,
        )
    return key


def _said(comment, questions):
    """What was written, as values by question key."""
    said = {
        QuestionKind.STANCE: str(comment.stance),
        QuestionKind.COMMENT: comment.text,
        QuestionKind.WORDING: comment.wording,
        **comment.filled_in,
    }
    if comment.choice:
        said[QuestionKind.CHOICE] = {"picked": [comment.choice]}
    return {
        questions[kind].key.hex: _with_keys(questions[kind], value)
        for kind, value in said.items()
        if value
    }


def _with_keys(question, value):
    """The value with the keys of options in place of their words."""
    if isinstance(value, str):
        return value
    keys = {option["label"]: option["key"] for option in question.options}
    return {
        part: [keys.get(label, label) for label in said] if isinstance(said, list | tuple) else said
        for part, said in value.items()
    }


def answer(written, *, consulted, at):
    """One response, sent and received at this moment."""
    key = fill_basket(written, consulted=consulted, at=at)
    return sending.send(key=key, consultation=consulted.consultation, received_at=at).response


class Arrivals:
    """When things came: on the day that was written down, at an hour that is drawn by lot.

    The lots are the same at each loading. Nothing comes before it opened or after `now`.
    """

    def __init__(self, *, first_day, opens_at, now, seed):
        self.first_day = first_day
        self.opens_at = opens_at
        self.now = now
        self.lots = random.Random(seed)

    def on(self, day):
        minutes = self.lots.triangular(8 * 60, 22 * 60, 19 * 60)
        drawn = self.first_day + timedelta(days=day, minutes=round(minutes))
        spread = timedelta(minutes=self.lots.randrange(10, 100))
        return max(self.opens_at + SOONEST, min(drawn, self.now - spread))
