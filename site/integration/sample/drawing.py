"""What each made-up person says. The same seed and number always give the same response."""

import random
from dataclasses import dataclass
from itertools import accumulate

from consultations.drafts.models import DraftPage
from consultations.responses.domain.places import Place
from consultations.responses.enums import Capacity, Publish, QuestionKind, Stance
from integration.sample import words

MEDIAN_WORDS = 45
SPREAD = 0.85  # of the logarithm: the mean is about 1.4 times the median
FEWEST_WORDS, MOST_WORDS = 5, 400
ZIPF = 0.7
PLACES_BESIDE_PASSAGES = 0.1  # of all comments: on a section, the draft or the consultation
PUBLISH = {Publish.WITH_NAME: 3, Publish.WITHOUT_NAME: 6, Publish.NO: 1}
STANCES = dict(zip(Stance, (20, 27, 14, 18, 14, 7), strict=True))
GROUPS = tuple(
    f"Sample group {name}" for name in ("Ash", "Beech", "Cherry", "Elm", "Hazel", "Oak", "Willow")
)
NAMES = ("A. Sample", "B. Sample", "C. Sample", "D. Sample", "E. Sample")


@dataclass(frozen=True)
class DrawnComment:
    """`answers` by kind of question; `is_read` says that the Board has read and published it."""

    place: Place
    answers: dict
    is_read: bool


@dataclass(frozen=True)
class DrawnResponse:
    """`moment` is the share of the time so far that had passed when it was received."""

    publish: Publish
    group: str
    name: str
    moment: float
    comments: list[DrawnComment]

    @property
    def capacity(self):
        return Capacity.GROUP if self.group else Capacity.MYSELF


class Source:
    """All that responses to one consultation are drawn from; `read` is the share already read."""

    def __init__(self, consultation, *, seed, read):
        self.seed = seed
        self.read = read
        draft = DraftPage.objects.live().child_of(consultation).order_by("-frozen_at").first()
        sections = list(draft.sections().prefetch_related("passages"))
        self.wide = [Place(consultation), Place(consultation, draft)]
        self.wide += [Place(consultation, draft, section) for section in sections]
        self.narrow = [
            Place(consultation, draft, section, passage)
            for section in sections
            for passage in section.passages.all()
        ]
        random.Random(f"{seed} places").shuffle(self.narrow)
        ranks = range(1, len(self.narrow) + 1)
        self.weights = list(accumulate(rank**-ZIPF for rank in ranks))

    def response(self, number):
        rng = random.Random(f"{self.seed} {number}")
        publish = _weighted(rng, PUBLISH)
        group = rng.choice(GROUPS) if rng.random() < 0.08 else ""
        is_named = publish == Publish.WITH_NAME and not group
        return DrawnResponse(
            publish=publish,
            group=group,
            name=rng.choice(NAMES) if is_named else "",
            moment=rng.random(),
            comments=[self._comment(rng, place) for place in self._places(rng)],
        )

    def _places(self, rng):
        """One to three places, each different."""
        places = {}
        for _ in range(rng.randint(1, 3)):
            if rng.random() < PLACES_BESIDE_PASSAGES:
                place = rng.choice(self.wide)
            else:
                (place,) = rng.choices(self.narrow, cum_weights=self.weights)
            places[place.key] = place
        return list(places.values())

    def _comment(self, rng, place):
        length = min(max(rng.lognormvariate(0, SPREAD) * MEDIAN_WORDS, FEWEST_WORDS), MOST_WORDS)
        answers = {
            QuestionKind.STANCE: _weighted(rng, STANCES).value,
            QuestionKind.COMMENT: words.text(rng, words=round(length)),
        }
        if place.passage and rng.random() < 0.15:
            answers[QuestionKind.WORDING] = words.text(rng, words=rng.randint(10, 40))
        return DrawnComment(place, answers, is_read=rng.random() < self.read)


def _weighted(rng, weights):
    return rng.choices(list(weights), weights=weights.values())[0]
