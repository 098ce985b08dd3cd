"""How many answered: people, organisations, meetings and councillors, never added up."""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from consultations.responses.enums import Capacity, Channel
from consultations.responses.models import Response


@dataclass(frozen=True)
class Numbers:
    """Counted responses. `organisations` are different ones, `of_organisations` their responses.

    `people` are those who answered and those for whom somebody else did, each once. `councillors`
    are responses of councillors, MPs and others elected, who are no residents here. `late` are
    those among all of them that were begun in time and sent after closing.
    A meeting is one response, and `at_meetings` the people who took part in all of them.
    """

    people: int
    of_organisations: int
    organisations: int
    meetings: int
    at_meetings: int
    councillors: int
    late: int
    by_channel: dict

    @property
    def responses(self):
        """Rows, for the equation; no figure about who answered."""
        return self.people + self.of_organisations + self.meetings + self.councillors


def numbers(consultation):
    """In two queries."""
    counted = Response.objects.filter(consultation=consultation).counted().order_by()
    rows = {
        row["capacity"]: row
        for row in counted.values("capacity").annotate(
            n=Count("pk"),
            bodies=Count("organisation", distinct=True),
            heads=Sum("headcount"),
            late=Count("pk", filter=Q(is_late=True)),
        )
    }
    channels = dict(counted.values_list("channel").annotate(Count("pk")))
    people = [rows.get(one, {}).get("n", 0) for one in (Capacity.MYSELF, Capacity.ON_BEHALF)]
    groups, meetings = rows.get(Capacity.GROUP, {}), rows.get(Capacity.MEETING, {})
    return Numbers(
        people=sum(people),
        of_organisations=groups.get("n", 0),
        organisations=groups.get("bodies", 0),
        meetings=meetings.get("n", 0),
        at_meetings=meetings.get("heads") or 0,
        councillors=rows.get(Capacity.COUNCILLOR, {}).get("n", 0),
        late=sum(row["late"] for row in rows.values()),
        by_channel={Channel(key): channels[key] for key in Channel.values if key in channels},
    )
