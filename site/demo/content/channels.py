"""A letter on paper, a meeting, and a group that writes together; in our own words."""

GROUP = "Quay Lane Arts Workshop"
# About the consultation as a whole, each member over the one before.
WRITTEN = (
    ("Mina", "Thursdays for us: our class ends at six and people would walk over."),
    (
        "Tom",
        "Thursdays for us: our class ends at six and people would walk over. And a lift, please.",
    ),
)
PAPER = (
    "I am 81 and have never used a computer. Please keep the box at the counter, and please print "
    "your letters so that one can read them."
)
MEETING = (
    "Everybody wants Thursday. Most would take Tuesday as the second evening; four people would "
    "rather have Monday, because of the homework club."
)
AT_THE_MEETING = 17
FOR_HER_MOTHER = (
    "She is out by day and would come on any evening, if somebody at the door can help with the "
    "step."
)
OF_A_COUNCILLOR = (
    "People in Lower Quay ask about the homework club every week. Two evenings would do more for "
    "them than one long Saturday."
)
POSTCODES = (
    "ZZ1 1,Harbourside\nZZ1 2,Lower Quay\nZZ1 3,Eastfields\nZZ1 4,Northway\nZZ1 5,Millbrook\n"
)
# What those who answered on the strategy say about themselves, in turn.
SOME_GROUPS = {
    "sex": ("female", "male"),
    "carer": ("no", "no", "yes"),
    "age": ("25_34", "45_54", "65_74", "prefer_not"),
}
