"""Who has booked what in the worked example. Everybody is invented."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Guest:
    """`came` only for what is over; None where everybody of the booking came."""

    name: str
    organisation: str = ""
    places: int = 1
    came: int | None = None
    email: str = ""
    access: str = ""
    diet: str = ""


@dataclass(frozen=True)
class BookedEvent:
    slug: str
    guests: tuple
    terms: dict = field(default_factory=dict)
    asks: tuple = ()  # (asked, label, kind, choices)
    all_dates: bool = False  # each guest comes to every date
    sheets: tuple = ()  # what was said afterwards: answers in the order of the questions


CODES = "Resourcing\nVolunteering\nConsultation\nBlack and minority ethnic groups\nNot sure yet"
BEFORE = (("booking", "Which code of the Compact do you work with most?", "choice", CODES),)
AFTER = (
    ("afterwards", "How useful was it for your work?", "scale", ""),
    ("afterwards", "Will you do something differently because of it?", "yes-no", ""),
    ("afterwards", "What should we change next time?", "text", ""),
)

BOOKINGS = (
    BookedEvent(
        "compact-essentials-for-council-officers",
        terms={"fewest_people": 8, "gives_certificates": True, "most_places_per_organisation": 4},
        asks=(*BEFORE, *AFTER),
        guests=(
            Guest("Helen Archer", "Adult Social Care", 3, email="helen.archer@council.example"),
            Guest("Tom Bright", "Highways and Transport", 2, email="tom.bright@council.example"),
            Guest(
                "Nasreen Malik",
                "Procurement",
                2,
                email="nasreen.malik@council.example",
                access="I lip-read: please keep a seat at the front and face the room.",
            ),
            Guest("Owen Price", "Libraries"),
            Guest("Carol Dunn", "Housing", 2),
            Guest("Isaac Mensah", "Planning"),
            Guest("Ruth Kelly", "Children’s Services", 2, diet="Vegetarian"),
            Guest("Martin Shaw", "Legal Services"),
        ),
    ),
    BookedEvent(
        "compact-essentials-for-groups",
        terms={"most_places_per_organisation": 4, "hold_hours": 48, "asks_diet": True},
        asks=AFTER,
        guests=(
            Guest("Marion Webb", "Riverside Carers' Circle", 3, access="One of us uses a chair."),
            Guest("Rev. Ayo Daniels", "Harbourside Faith Forum", 2),
            Guest("Pete Collins", "Eastfields Allotment Society", 2),
            Guest("Jas Gill", "Marsh End Youth Club", 4, diet="Two vegan, one without nuts"),
            Guest("Sheila Norton", "Northway Tenants' and Residents' Association", 2),
            Guest("Farid Hassan", "Harbourside Mosque Welfare Committee", 3, diet="Halal"),
            Guest("Kate Rowe", "Open Door Food Larder", 2),
            Guest("Lena Fox", "Quay Lane Arts Workshop", 3),
            Guest("Des Hurley", "Millbrook Community Transport", 2),
            Guest("Agnieszka Nowak", "Polish Saturday School", 2, access="A Polish interpreter"),
            Guest("Gary Moss", "Marsh End Juniors Football Club", email="gary.moss@mail.example"),
            Guest("Priya Nair", email="priya.nair@mail.example"),
            Guest("Bill Sutton", "Eastfields Community Forum", email="bill.sutton@mail.example"),
        ),
    ),
    BookedEvent(
        "commissioning-together",
        all_dates=True,
        guests=(
            Guest("Nasreen Malik", "Procurement", 2),
            Guest("Anil Shah", "Millbrook Advice Bureau", 2),
            Guest("Dawn Ellis", "Lower Quay Housing Association"),
            Guest("Jo Barker", "Millbrook Disability Partnership", 2),
        ),
    ),
    BookedEvent(
        "understanding-the-compact-2",
        terms={"gives_certificates": True},
        asks=AFTER,
        guests=(
            Guest("Marion Webb", "Riverside Carers' Circle", 3),
            Guest("Tom Bright", "Highways and Transport", 4, came=3),
            Guest("Anil Shah", "Millbrook Advice Bureau", 5),
            Guest("Dawn Ellis", "Lower Quay Housing Association", 4),
            Guest("Jo Barker", "Millbrook Disability Partnership", 4),
            Guest("Sam Okoro", "The Council for Voluntary Service", 3),
            Guest("Val Perry", "Open Door Food Larder", came=0),
        ),
        sheets=(
            ("5", "Yes", "More time for the case of the youth club. It ended just as it got good."),
            ("4", "Yes", ""),
            ("4", "No", "Send the six codes beforehand."),
            ("3", "Yes", "The room was cold."),
            ("5", "Yes", ""),
        ),
    ),
    BookedEvent(
        "understanding-the-compact-1",
        guests=(
            Guest("Helen Archer", "Adult Social Care", 4),
            Guest("Rev. Ayo Daniels", "Harbourside Faith Forum", 3),
            Guest("Carol Dunn", "Housing", 4),
            Guest("Lena Fox", "Quay Lane Arts Workshop", 2),
            Guest("Ruth Kelly", "Children’s Services", 5),
            Guest("Des Hurley", "Millbrook Community Transport", 3, came=0),
        ),
    ),
    BookedEvent(
        "lunchtime-questions-on-the-draft",
        terms={"has_waiting_list": False},
        guests=(
            Guest("Jean Abbott", email="jean.abbott@example.org"),
            Guest("Samuel Eze", "Millbrook Advice Bureau", 2, email="samuel@example.org"),
        ),
    ),
)
