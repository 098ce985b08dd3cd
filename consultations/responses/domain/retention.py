"""When what people gave with a response is deleted: unsent words, contact details, names, scans.

What was sent and counted stays, and so does every name that its author let us show: a published
text never changes by itself.
"""

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Q

from calendars.months import months_before
from consultations.enums import PublicationMode
from consultations.models import ConsultationPage
from consultations.responses.domain.baskets import delete_basket
from consultations.responses.domain.equality import add_up
from consultations.responses.domain.files import remove_files
from consultations.responses.enums import Capacity, FileKind, Publish
from consultations.responses.models import (
    AttachedFile,
    ChannelEntry,
    EqualityPool,
    EqualityRecord,
    Respondent,
    ResponseDraft,
    Workspace,
)
from records.domain.log import record
from records.domain.retention import Rule

NEVER_CLOSES = 6  # months an unsent response is kept after its last change where nothing closes
NAMES_STAY = 24  # months after the outcome
OF = "response__consultation"
HAVE_A_NAME = (Capacity.MYSELF, Capacity.COUNCILLOR)


def unsent_due(at):
    """Baskets and workspaces past their time. What an officer is typing in is neither."""
    over = Q(consultation__in=_closed_for_so_long(at)) | Q(
        consultation__closes_at=None, changed_at__lte=months_before(at, NEVER_CLOSES)
    )
    typed = ChannelEntry.objects.filter(response=None)
    baskets = ResponseDraft.objects.filter(over).exclude(key_hash__in=typed.values("key_hash"))
    return [baskets, Workspace.objects.filter(over)]


@transaction.atomic
def forget_unsent(*, at):
    """Delete them with their files and every key to them."""
    baskets, workspaces = unsent_due(at)
    numbers = _by_consultation("consultation", baskets, workspaces)
    # Whoever sends one at this moment comes before, and it is theirs, or after, and it is gone.
    for basket in baskets.select_for_update(of=("self",)):
        delete_basket(basket=basket)
    workspaces.delete()
    return _note_numbers("unsent", numbers, at)


def contacts_due(at):
    """Contact details past their time: first those that go whole, then those with a shown name."""
    due = Respondent.objects.filter(response__consultation__in=_answered_for_so_long(at))
    named = Q(response__publish=Publish.WITH_NAME, response__capacity__in=HAVE_A_NAME)
    named &= ~Q(name="")
    return [due.exclude(named), due.filter(named).exclude(email="", user=None)]


@transaction.atomic
def forget_contacts(*, at):
    """Delete addresses and accounts, and every name that its author did not let us show."""
    whole, named = contacts_due(at)
    numbers = _by_consultation(OF, whole, named)
    whole.delete()
    named.update(email="", user=None)
    return _note_numbers("contacts", numbers, at)


def names_due(at):
    """Names that were to be shown and are not, two years after the outcome."""
    old = Respondent.objects.filter(
        response__consultation__answered_at__lte=months_before(at, NAMES_STAY)
    )
    return [
        old.filter(
            Q(response__consultation__publication_mode=PublicationMode.NEVER)
            | Q(response__withdrawn_at__isnull=False)
            | Q(response__not_a_response_at__isnull=False)
            | Q(response__name_hidden_at__isnull=False)
        )
    ]


@transaction.atomic
def forget_names(*, at):
    [names] = names_due(at)
    numbers = _by_consultation(OF, names)
    names.delete()
    return _note_numbers("names", numbers, at)


def scans_due(at):
    """Letters and forms as they came, with handwriting and addresses, two years after."""
    return [
        AttachedFile.objects.filter(
            kind=FileKind.SCAN, consultation__answered_at__lte=months_before(at, NAMES_STAY)
        )
    ]


@transaction.atomic
def forget_scans(*, at):
    [scans] = scans_due(at)
    numbers = _by_consultation("consultation", scans)
    remove_files(files=scans)
    return _note_numbers("scans", numbers, at)


def equality_due(at):
    """The records of what closed so many months ago and is settled, where not yet added up."""
    closed = ConsultationPage.objects.filter(closes_at__isnull=False).values_list(
        "pk", "closes_at", "keep_equality_months"
    )
    over = [pk for pk, closes_at, months in closed if closes_at <= months_before(at, months)]
    pools = EqualityPool.objects.filter(consultation__in=over, is_settled=True, is_added_up=False)
    return [EqualityRecord.objects.filter(consultation__in=pools.values("pk"))]


def forget_equality(*, at):
    """Leave only numbers of who said what about themselves, a consultation at a time."""
    [records] = equality_due(at)
    gone = 0
    for consultation_id, rows in _by_consultation("consultation", records).items():
        with transaction.atomic():
            add_up(consultation=ConsultationPage.objects.get(pk=consultation_id))
            gone += _note_numbers("equality", {consultation_id: rows}, at)
    return gone


def _closed_for_so_long(at):
    closed = ConsultationPage.objects.filter(closes_at__isnull=False).values_list(
        "pk", "closes_at", "keep_unsent_days"
    )
    return [pk for pk, closes_at, days in closed if closes_at + timedelta(days=days) <= at]


def _answered_for_so_long(at):
    answered = ConsultationPage.objects.filter(answered_at__isnull=False).values_list(
        "pk", "answered_at", "keep_contacts_days"
    )
    return [pk for pk, answered_at, days in answered if answered_at + timedelta(days=days) <= at]


def _by_consultation(name, *querysets):
    """{consultation id: rows} of these, counted before they go."""
    found = Counter()
    for rows in querysets:
        found.update(dict(rows.order_by().values_list(name).annotate(Count("pk"))))
    return found


def _note_numbers(what, numbers, at):
    for consultation_id, rows in numbers.items():
        record(
            action=f"retention.{what}",
            subjects=[f"{what}:{rows} rows"],
            at=at,
            consultation_id=consultation_id,
        )
    return sum(numbers.values())


RULES = (
    Rule(
        "Unsent responses and workspaces",
        "30 days after closing, or as the consultation says",
        unsent_due,
        forget_unsent,
    ),
    Rule(
        "Contact details of respondents",
        "90 days after the outcome, or as the consultation says",
        contacts_due,
        forget_contacts,
    ),
    Rule(
        "Equality records, but for their numbers",
        "six months after closing, or as the consultation says",
        equality_due,
        forget_equality,
    ),
    Rule("Names that are not shown", "two years after the outcome", names_due, forget_names),
    Rule("Scans of what came on paper", "two years after the outcome", scans_due, forget_scans),
)
