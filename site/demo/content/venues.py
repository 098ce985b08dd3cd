"""Where the events of the worked example take place. All are invented."""

LIBRARY = {
    "name": "Millbrook Library",
    "address": "Station Approach, Millbrook",
    "step_free": "Level from the street; the doors open by themselves",
    "hearing_loop": "At the desk on the ground floor",
    "quiet_room": "On request",
    "toilets": "Accessible, on the ground floor",
    "transport": "Buses stop across the road; the station is two minutes away",
    "parking": "Two Blue Badge bays outside",
}
ROPEWORKS = {
    "name": "The Old Ropeworks",
    "address": "Quay Lane, Harbourside",
    "step_free": "By the ramp to the side door in Quay Lane; the front door has four steps. "
    "Lift to both floors",
    "hearing_loop": "In the large room; none in the small ones",
    "toilets": "Accessible, on the ground floor",
    "transport": "Bus 8 stops at Harbourside, five level minutes away",
    "parking": "None on site, except by arrangement for Blue Badge holders",
}
EASTFIELDS = {
    "name": "Eastfields Community Centre",
    "address": "Chapel Row, Eastfields",
    "step_free": "Everything is on one level",
    "hearing_loop": "None built in: tell us beforehand and we bring a portable one",
    "prayer_space": "A small room beside the hall",
    "toilets": "Accessible, with space for a carer",
    "parking": "Free, for 30 cars",
}
CIVIC_OFFICES = {
    "name": "Civic Offices, Committee Room 2",
    "address": "Market Square, Millbrook",
    "step_free": "Level from Market Square; lift to the first floor",
    "hearing_loop": "In the room",
    "quiet_room": "Beside the reception",
    "prayer_space": "On the second floor, with a basin",
    "toilets": "Accessible, on every floor",
    "transport": "All buses stop in Market Square",
    "parking": "Public car park behind the building, with four Blue Badge bays",
    "notes": "Assistance dogs are welcome. A member of staff can meet you at the door.",
}
