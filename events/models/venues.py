from django.db import models

ACCESS_FACTS = [
    "step_free",
    "hearing_loop",
    "quiet_room",
    "prayer_space",
    "toilets",
    "transport",
    "parking",
]


def access_fact(name, example):
    return models.CharField(name, max_length=240, blank=True, help_text=f"For example “{example}”.")


class Venue(models.Model):
    """A place where events are held, with what people need to know before setting out, kept once.

    A fact that is left empty is shown as not known, never as “no”.
    """

    name = models.CharField(max_length=120, unique=True)
    address = models.CharField(max_length=200, blank=True)
    step_free = access_fact("getting in without steps", "Level from the street; lift to all floors")
    hearing_loop = access_fact("hearing loop", "In the large room; none in the small ones")
    quiet_room = access_fact("quiet room", "On request, on the ground floor")
    prayer_space = access_fact("prayer space", "A room with a basin nearby")
    toilets = access_fact("toilets", "Accessible, with a hoist, on the ground floor")
    transport = access_fact("bus and train", "Buses 5 and 8 stop outside; station 300 metres")
    parking = access_fact("parking", "Two Blue Badge bays at the door; no other parking")
    notes = models.TextField(
        "anything else",
        blank=True,
        help_text="What else somebody may need to know: lighting, assistance dogs, who to ask.",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def facts(self):
        """(what, the words or "") for each fact about getting in and around."""
        return [
            (self._meta.get_field(name).verbose_name, getattr(self, name)) for name in ACCESS_FACTS
        ]

    def known(self):
        return [(name, words) for name, words in self.facts() if words]

    def unknown(self):
        """What nobody has looked into; nothing where the notes are all there is."""
        return [name for name, words in self.facts() if not words] if self.known() else []
