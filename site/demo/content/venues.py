"""Where the events of the worked example take place. All are invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    name: str
    address: str
    access: str


LIBRARY = Place(
    "Millbrook Library",
    "Station Approach, Millbrook",
    "The entrance is level and the doors open by themselves. The drop-in is on the ground floor, "
    "with an accessible toilet beside it. There is a hearing loop at the desk and a quiet room on "
    "request. Two Blue Badge bays are outside; buses stop across the road.",
)
ROPEWORKS = Place(
    "The Old Ropeworks",
    "Quay Lane, Harbourside",
    "A ramp leads to the side door in Quay Lane; the front door has four steps. A lift serves both "
    "floors. The large room has a hearing loop, the small rooms have none. Accessible toilet on "
    "the ground floor. No parking on site, except by arrangement for Blue Badge holders.",
)
EASTFIELDS = Place(
    "Eastfields Community Centre",
    "Chapel Row, Eastfields",
    "Everything is on one level. Accessible toilet with space for a carer. There is no hearing "
    "loop: tell us beforehand and we bring a portable one. Free parking for 30 cars.",
)
CIVIC_OFFICES = Place(
    "Civic Offices, Committee Room 2",
    "Market Square, Millbrook",
    "Level entrance from Market Square, lift to the first floor, hearing loop in the room. "
    "Accessible toilets on every floor. Assistance dogs are welcome. A member of staff can meet "
    "you at the door.",
)
