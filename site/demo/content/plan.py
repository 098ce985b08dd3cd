"""The engagement plan of the worked example. Its code is in the list of sign-ins."""

TITLE = "Thriving communities: the strategy"
AIM = (
    "Which aims and actions the strategy for voluntary, community and faith groups is to have, and "
    "how each should be worded. The Cabinet decides on it."
)
MONEY = 3200
STAFF_DAYS = 40
AUDIENCES = ["small-groups", "older", "faith", "offline"]
METHODS = ("comments-on-a-draft", "outreach-visits", "drop-in-session", "community-forum-item")
CODE = "workedexampleaa2"
