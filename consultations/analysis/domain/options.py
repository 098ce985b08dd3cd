"""How often each answer was picked, from the tallies of answers that count."""

from dataclasses import dataclass, field

from django.db.models import F

from consultations.analysis.domain.picked import options_place, read_measure
from consultations.analysis.models import Tally
from consultations.drafts.models import SectionPage
from consultations.responses.domain.answers import CHOOSABLE, choosable
from consultations.responses.enums import QuestionKind
from consultations.responses.models import Question

SEVERAL = (QuestionKind.MULTI, QuestionKind.PRIORITIES)


@dataclass(frozen=True)
class OptionCount:
    """`ranks` says how often it was put first, second, third, where people put things in order."""

    label: str
    count: int
    ranks: tuple[int, ...] = ()

    @property
    def points(self):
        """Each first place of three counts three, each second two, each third one."""
        return sum((len(self.ranks) - n) * count for n, count in enumerate(self.ranks))


@dataclass(frozen=True)
class QuestionResult:
    """`base` is the number of comments that answer the question; with `several` each may pick
    more than one option. `rows` is for a matrix: a label and the counts of its `columns`.
    `affected` says which people were named, for an effect on people.

    `versions` are the numbers of the form's versions in which it meant this.
    """

    label: str
    kind: str
    section: str
    base: int
    several: bool
    versions: tuple[int, int]
    options: list[OptionCount] = field(default_factory=list)
    rows: list[tuple[str, list[int]]] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    affected: list[OptionCount] = field(default_factory=list)


def option_results(consultation):
    """One result for each question with options and each section it was asked in.

    Questions are told apart by key and meaning, so that versions of a form which ask the same are
    counted together and others are not. In three queries, of tallies alone.
    """
    counts, bases = _kept(consultation)
    if not counts:
        return []
    sections, asked = _sections(counts), _asked(counts)
    places = sorted(
        counts,
        key=lambda place: (sections[place[0]][1], asked[place[1:]].position, place[2]),
    )
    return [
        _result(asked[place[1:]], sections[place[0]][0], bases[place], counts[place])
        for place in places
    ]


def _kept(consultation):
    """How often each option was picked, and each question answered, by (section, key, meaning)."""
    counts, bases = {}, {}
    kept = Tally.objects.filter(place=options_place(consultation.pk), count__gt=0)
    for measure, count in kept.order_by().values_list("measure", "count"):
        picked = read_measure(measure)
        if picked.option:
            counts.setdefault(picked[:3], {})[picked[3:]] = count
        else:
            bases[picked[:3]] = count
    return counts, bases


def _sections(counts):
    """(title, where it stands) of each section; what is about the whole comes first."""
    pages = SectionPage.objects.filter(pk__in={section for section, *_ in counts if section})
    found = {pk: (title, path) for pk, title, path in pages.values_list("pk", "title", "path")}
    return found | {None: ("", "")}


def _asked(counts):
    """The newest wording of each question, with the first and last version that asked it."""
    questions = {}
    rows = (
        Question.objects.filter(key__in={key for _, key, _ in counts})
        .annotate(number=F("version__number"))
        .order_by("number")
    )
    for question in rows:
        earlier = questions.get((question.key, question.meaning))
        question.first_number = earlier.first_number if earlier else question.number
        question.known = {**(earlier.known if earlier else {}), **_labels(question)}
        questions[question.key, question.meaning] = question
    return questions


def _labels(question):
    return {option["key"]: option["label"] for option in question.options}


def _result(question, section, base, counts):
    rows = question.settings.get("rows", [])
    choices = choosable(question) if question.kind in CHOOSABLE else list(question.known.items())
    ranks = question.settings.get("most", 0) if question.kind == QuestionKind.PRIORITIES else 0
    return QuestionResult(
        label=question.label,
        kind=question.kind,
        section=section,
        base=base,
        several=question.kind in SEVERAL,
        versions=(question.first_number, question.number),
        options=[] if rows else [_count(counts, "", *choice, ranks) for choice in choices],
        rows=[
            (row["label"], [_count(counts, row["key"], *choice).count for choice in choices])
            for row in rows
        ],
        columns=[label for _, label in choices] if rows else [],
        affected=[
            _count(counts, "people", key, label)
            for key, label in question.known.items()
            if question.kind == QuestionKind.IMPACT
        ],
    )


def _count(counts, row, option, label, ranks=0):
    found = {rank: n for (of, key, rank), n in counts.items() if (of, key) == (row, option)}
    return OptionCount(
        label=label,
        count=sum(found.values()),
        ranks=tuple(found.get(rank, 0) for rank in range(1, ranks + 1)),
    )
