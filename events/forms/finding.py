"""Which events to list, as the address of a list says it."""

from urllib.parse import urlencode

from django import forms
from wagtail.models import Page

from events.domain.months import Month
from events.enums import Audience, EventKind, When
from events.models import EventSession, Venue


class FindForm(forms.Form):
    """What cannot be is left aside, so that every address works."""

    words = forms.CharField(
        label="Find by words",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(
        label="Type", required=False, choices=[("", "Any type"), *EventKind.choices]
    )
    audience = forms.ChoiceField(
        label="Open to", required=False, choices=[("", "All audiences"), *Audience.choices]
    )
    place = forms.TypedChoiceField(label="Place", required=False, coerce=int, empty_value=None)
    consultation = forms.TypedChoiceField(
        label="Part of a consultation", required=False, coerce=int, empty_value=None
    )
    free = forms.BooleanField(label="Free", required=False)
    online = forms.BooleanField(label="Online", required=False)
    when = forms.ChoiceField(choices=When.choices, required=False, widget=forms.HiddenInput)
    month = forms.CharField(required=False, max_length=7, widget=forms.HiddenInput)

    def __init__(self, asked, *, events):
        super().__init__(asked, auto_id="find-%s")
        self.events = events.for_everybody()
        self.fields["place"].choices = [("", "Anywhere"), *self._places()]
        self.fields["consultation"].choices = [("", "Any or none"), *self._consultations()]
        self.full_clean()
        for name in self.errors:  # or it would be shown as it was asked for
            self.data = {key: value for key, value in self.data.items() if key != name}

    def _places(self):
        used = EventSession.objects.filter(event__in=self.events.values("pk"), venue__isnull=False)
        venues = Venue.objects.filter(pk__in=used.values("venue"))
        return list(venues.values_list("pk", "name"))

    def _consultations(self):
        named = self.events.filter(consultation__isnull=False).values("consultation")
        pages = Page.objects.live().public().filter(pk__in=named)
        return list(pages.order_by("title").values_list("pk", "title"))

    @property
    def chosen(self):
        """What was asked for and can be: {name: value}."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        if not self.sheet:
            chosen.pop("month", None)
        return chosen

    @property
    def part(self):
        return self.cleaned_data.get("when", "")

    @property
    def sheet(self):
        """The month that was asked for, or None for the list."""
        return Month.read(self.cleaned_data.get("month", ""))

    @property
    def part_title(self):
        return When(self.part).label if self.part else ""

    @property
    def kinds(self):
        return EventKind.choices

    def choosers(self):
        """The fields with a label above them; one that offers no choice is left out."""
        fields = [self[name] for name in ("words", "kind", "audience", "place", "consultation")]
        return [each for each in fields if len(getattr(each.field, "choices", "ab")) > 1]

    def ticks(self):
        return [self["free"], self["online"]]

    @property
    def is_narrow(self):
        """Whether anything but a part of the calendar was asked for."""
        return bool(self.chosen.keys() - {"when", "month"})

    def sessions(self):
        """The sessions of the events that were asked for, in no order."""
        chosen = self.chosen
        events = self.events
        for name, field in (
            ("kind", "kind"),
            ("audience", "open_to"),
            ("consultation", "consultation"),
        ):
            if name in chosen:
                events = events.filter(**{field: chosen[name]})
        if "free" in chosen:
            events = events.filter(cost="")
        if "words" in chosen:
            events = events.matching(chosen["words"])
        sessions = EventSession.objects.of(events)
        if "place" in chosen:
            sessions = sessions.filter(venue=chosen["place"])
        return sessions.exclude(online_url="") if "online" in chosen else sessions

    def query(self, **changed):
        """The address of this list after its question mark, ready for one more key."""
        asked = {name: value for name, value in {**self.chosen, **changed}.items() if value}
        asked = {name: "on" if value is True else value for name, value in asked.items()}
        return f"{urlencode(asked)}&" if asked else ""

    def parts(self, now):
        """(label, address, whether it is on show) for the list, its parts and the month."""
        parts = [("", "All to come"), *When.choices]
        links = [
            (label, self._address(when=part, month=""), not self.sheet and part == self.part)
            for part, label in parts
        ]
        month = self.sheet or Month.of(now)
        return [*links, ("Month", self._address(when="", month=month), bool(self.sheet))]

    def _address(self, **changed):
        return f"?{self.query(**changed)}".rstrip("&")
