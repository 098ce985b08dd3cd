"""The events of the worked example. Days count from the day it is loaded; venues are invented."""

from dataclasses import dataclass
from datetime import time

from demo.content.venues import CIVIC_OFFICES, EASTFIELDS, LIBRARY, ROPEWORKS
from events.enums import Audience, EventKind, EventStatus


@dataclass(frozen=True)
class Offset:
    """So many days from today, at a time of day in London; a weekend moves to its Monday."""

    days: int
    hour: int
    minute: int = 0


@dataclass(frozen=True)
class DemoEvent:
    slug: str
    title: str
    kind: EventKind
    starts: Offset
    ends: time
    place: dict | None
    summary: str
    body: str
    audience: str = "Anyone may come."
    cost: str = ""
    places: int | None = None
    how_to_book: str = "<p>Just come along.</p>"
    online_url: str = ""
    status: EventStatus = EventStatus.SCHEDULED
    moved_from: Offset | None = None
    more: tuple[Offset, ...] = ()
    open_to: Audience = Audience.ANYONE
    booking_closes: Offset | None = None
    schedule: str = ""
    consultation: str = ""
    change_note: str = ""


INDEX_TITLE = "Events"
INDEX_SUMMARY = "Training, Community Forums and drop-ins, and meetings that anyone may watch."

WRITE_TO_BOOK = (
    "<p>Write to <a href='mailto:events@council.example'>events@council.example</a> with your "
    "name, your organisation and anything you need in order to take part.</p>"
)

COMPACT_ESSENTIALS = (
    "<p>Three hours on the agreement between the public bodies of the borough and its voluntary, "
    "community and faith groups: what each side has promised, what its six codes ask of you, and "
    "where it most often goes wrong.</p><p>You will leave with:</p><ul><li>a one-page summary of "
    "the six codes;</li><li>a checklist for your next grant, contract or consultation;</li>"
    "<li>a name to call when a promise is not kept.</li></ul>"
)

TOGETHER = (
    "<p>People who buy services and people who provide them work through one real service "
    "from first idea to contract. Come to all three mornings if you can; each also makes sense by "
    "itself.</p>"
)

EVENTS = (
    DemoEvent(
        slug="library-drop-in-on-the-draft",
        title="Library drop-in on the draft",
        kind=EventKind.DROP_IN,
        starts=Offset(days=0, hour=14),
        ends=time(18),
        place=LIBRARY,
        summary="Ask about the draft strategy face to face, and say what you think of it.",
        consultation="thriving-vcs-strategy",
        body=(
            "<p>Two officers and a member of the Board are at a table by the entrance, "
            "with the draft on paper and in large print. Ask what a sentence means, or what it "
            "would change for your group.</p><p>If you like, we write down what you say and read "
            "it back to you. It then counts like any other response.</p>"
        ),
    ),
    DemoEvent(
        slug="eastfields-forum-drop-in",
        title="Eastfields Community Forum: drop-in on the draft",
        kind=EventKind.FORUM,
        starts=Offset(days=2, hour=18, minute=30),
        ends=time(20, 30),
        place=EASTFIELDS,
        summary="The Forum opens its evening to everyone who has a view on the draft strategy.",
        consultation="thriving-vcs-strategy",
        audience="Anyone who lives or works in Eastfields.",
        body=(
            "<p>The first half hour explains how area groups are funded today and what "
            "the draft would change. After that, tables take one section each; move between them "
            "as you please.</p><p>The Forum agrees its notes before it sends them in as a group "
            "record.</p>"
        ),
    ),
    DemoEvent(
        slug="bid-writing-basics",
        title="Bid-writing basics",
        kind=EventKind.TRAINING,
        starts=Offset(days=6, hour=10),
        ends=time(13),
        place=ROPEWORKS,
        summary="A first bid from blank page to budget, for groups that have never written one.",
        audience="Small groups without paid staff.",
        open_to=Audience.GROUPS,
        places=16,
        how_to_book=WRITE_TO_BOOK,
        status=EventStatus.CANCELLED,
        change_note="The trainer is ill and nobody could stand in. Everyone who had booked has "
        "been told and will hear first of a new date.",
        body=(
            "<p>Bring an idea that needs money and leave with its first page: what is needed, how "
            "you know, what you would do, and what it costs.</p>"
        ),
    ),
    DemoEvent(
        slug="compact-essentials-for-council-officers",
        title="Compact essentials for council officers",
        kind=EventKind.TRAINING,
        starts=Offset(days=9, hour=10),
        ends=time(13),
        place=CIVIC_OFFICES,
        summary="What the Compact asks of you when you fund, buy, plan or consult.",
        audience="Council officers who work with voluntary, community or faith groups.",
        open_to=Audience.OFFICERS,
        booking_closes=Offset(days=7, hour=17),
        places=20,
        how_to_book=WRITE_TO_BOOK,
        body=COMPACT_ESSENTIALS,
    ),
    DemoEvent(
        slug="board-meeting",
        title="The Community Involvement Board meets in public",
        kind=EventKind.MEETING,
        starts=Offset(days=12, hour=14),
        ends=time(16, 30),
        place=CIVIC_OFFICES,
        summary="Watch the Board discuss what people have said about the draft so far.",
        online_url="https://meetings.council.example/board",
        body=(
            "<p>On the agenda: how many have answered and who is missing, comments that "
            "the Board has held and why, and the plan for its report.</p><p>The first fifteen "
            "minutes are for questions from the public. Bring yours or send it two working days "
            "before, so that it can be answered on the day.</p>"
        ),
    ),
    DemoEvent(
        slug="compact-essentials-for-groups",
        title="Compact essentials for groups",
        kind=EventKind.TRAINING,
        starts=Offset(days=16, hour=18),
        ends=time(21),
        place=ROPEWORKS,
        summary="What your group may expect of public bodies, and what they may expect of you.",
        audience="Staff, volunteers and trustees of voluntary, community and faith groups.",
        open_to=Audience.GROUPS,
        booking_closes=Offset(days=14, hour=17),
        places=25,
        how_to_book=WRITE_TO_BOOK,
        body=COMPACT_ESSENTIALS,
    ),
    DemoEvent(
        slug="commissioning-together",
        title="Commissioning together",
        kind=EventKind.TRAINING,
        starts=Offset(days=20, hour=9, minute=30),
        ends=time(12, 30),
        more=(Offset(days=27, hour=9, minute=30), Offset(days=34, hour=9, minute=30)),
        place=ROPEWORKS,
        summary="Three mornings: what is needed, designing the service, contract and after.",
        audience="Officers who commission services, and organisations that may provide them.",
        open_to=Audience.PARTNERS,
        places=24,
        how_to_book=WRITE_TO_BOOK,
        booking_closes=Offset(days=13, hour=17),
        schedule="9:30am Tea and names\n10am One real service, step by step\n12:15pm What we "
        "take home",
        body=TOGETHER,
    ),
    DemoEvent(
        slug="lunchtime-questions-on-the-draft",
        title="Lunchtime questions on the draft",
        kind=EventKind.MEETING,
        starts=Offset(days=8, hour=12, minute=30),
        ends=time(13, 15),
        place=None,
        summary="Forty-five minutes online: ask what the draft would change for your group.",
        online_url="https://meetings.council.example/lunchtime",
        consultation="thriving-vcs-strategy",
        body=(
            "<p>Captions are on from the start. You need no camera and no account, and you may "
            "send your question beforehand.</p><p>What is asked and answered is written down "
            "and put beside the draft.</p>"
        ),
    ),
    DemoEvent(
        slug="networking-breakfast",
        title="Networking breakfast",
        kind=EventKind.NETWORKING,
        starts=Offset(days=23, hour=8),
        ends=time(10),
        place=ROPEWORKS,
        summary="Sixty people, six tables, one question: what could we do better together?",
        audience="Voluntary, community and faith groups, businesses and public bodies.",
        places=60,
        how_to_book=WRITE_TO_BOOK,
        body=(
            "<p>Change table every twenty minutes and meet people you would not have "
            "looked for. Breakfast includes halal, vegan and gluten-free food; say when you book "
            "what else you need.</p>"
        ),
    ),
    DemoEvent(
        slug="using-the-resourcing-code",
        title="Using the resourcing code",
        kind=EventKind.TRAINING,
        starts=Offset(days=30, hour=10),
        ends=time(12, 30),
        place=CIVIC_OFFICES,
        summary="Grants, contracts and the full cost of a service: the code, case by case.",
        audience="Officers who hold budgets, and treasurers of groups.",
        places=18,
        how_to_book=WRITE_TO_BOOK,
        status=EventStatus.RESCHEDULED,
        moved_from=Offset(days=25, hour=10),
        change_note="The room was needed for a count of votes.",
        body=(
            "<p>Three cases from other boroughs, each with a letter, a budget and a "
            "deadline. Work out in pairs what the code would have asked for, and compare.</p>"
        ),
    ),
    DemoEvent(
        slug="compact-champions-refresher",
        title="Compact Champions’ refresher",
        kind=EventKind.TRAINING,
        starts=Offset(days=37, hour=13, minute=30),
        ends=time(15, 30),
        place=CIVIC_OFFICES,
        summary="A year on: what Champions were asked, and what they could not answer.",
        audience="Compact Champions, by invitation.",
        places=15,
        how_to_book="<p>By invitation. If you are a Champion and have not heard from us, ask.</p>",
        body=(
            "<p>Each directorate of the council has a Champion whom colleagues ask about "
            "the Compact. Bring the hardest question of the year.</p>"
        ),
    ),
    DemoEvent(
        slug="designing-services-disabled-people-can-use",
        title="Designing services disabled people can use",
        kind=EventKind.TRAINING,
        starts=Offset(days=-20, hour=10),
        ends=time(15),
        place=EASTFIELDS,
        summary="Disabled people show where services shut them out, and how that can be put right.",
        consultation="thriving-vcs-strategy",
        audience="Anyone who plans or runs a service.",
        places=30,
        how_to_book=WRITE_TO_BOOK,
        body=(
            "<p>Participants followed four everyday journeys, from a form to a front "
            "door, and marked each point where somebody would have given up.</p><p>Each table "
            "wrote down what it said about the draft strategy, and counts as one group.</p>"
        ),
    ),
    DemoEvent(
        slug="understanding-the-compact-2",
        title="Understanding the Compact: second seminar",
        kind=EventKind.TRAINING,
        starts=Offset(days=-47, hour=13),
        ends=time(16),
        place=CIVIC_OFFICES,
        summary="Public bodies and groups looked at how each keeps its side of the Compact.",
        audience="Public bodies and voluntary, community and faith groups.",
        places=24,
        how_to_book=WRITE_TO_BOOK,
        body="<p>There were 24 places and 22 people came.</p>",
    ),
    DemoEvent(
        slug="understanding-the-compact-1",
        title="Understanding the Compact: first seminar",
        kind=EventKind.TRAINING,
        starts=Offset(days=-75, hour=13),
        ends=time(16),
        place=ROPEWORKS,
        summary="Where the Compact comes from, what it promises, and why so few have heard of it.",
        audience="Public bodies and voluntary, community and faith groups.",
        places=24,
        how_to_book=WRITE_TO_BOOK,
        body="<p>There were 24 places and 18 people came.</p>",
    ),
)
