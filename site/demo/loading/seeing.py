"""The consultation that never closes, with the notes that groups have sent."""

from demo.content.consultations import SEEING
from demo.content.forms import WHAT_YOU_ARE_SEEING
from demo.loading.notes import load_notes


def load_seeing(scene):
    load_notes(scene, SEEING, form=WHAT_YOU_ARE_SEEING, file="seeing.txt")
