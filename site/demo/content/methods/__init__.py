"""Ways of engaging people for the toolkit of the worked example, with estimates to plan by."""

from demo.content.methods.asking import ASKING
from demo.content.methods.creating import CREATING
from demo.content.methods.deciding import DECIDING
from demo.content.methods.going_out import GOING_OUT
from demo.content.methods.meeting import MEETING
from demo.content.methods.telling import TELLING

INDEX_TITLE = "Toolkit"
INDEX_SUMMARY = "Ways of engaging people: what each is good for, whom it misses and what it takes."

METHODS = (*TELLING, *ASKING, *GOING_OUT, *MEETING, *CREATING, *DECIDING)
