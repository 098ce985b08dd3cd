"""Dates for a series, a copy of an event, and calling one off."""

from django import forms

from events.domain import recurring
from events.enums import EventStatus, Repeats


class SeriesForm(forms.Form):
    """Dates by a rule, or pasted. What was typed is given back with what is wrong about it."""

    repeats = forms.ChoiceField(
        label="Repeat it",
        required=False,
        choices=[("", "Not by a rule"), *Repeats.choices],
        help_text="Counted from the last session it has.",
    )
    until = forms.DateField(
        label="Until", required=False, help_text="The last day on which it may be: 2027-07-31."
    )
    without = forms.CharField(
        label="Except on",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One day a line, such as a holiday.",
    )
    pasted = forms.CharField(
        label="Or paste the dates",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="One day a line: 2027-03-04, 4/3/2027 or Thursday 4 March 2027.",
    )

    def __init__(self, *args, last_day, **kwargs):
        super().__init__(*args, **kwargs)
        self.last_day = last_day
        for name in ("without", "pasted"):
            self.fields[name].strip = True

    def clean_without(self):
        return self._days("without")

    def clean_pasted(self):
        return self._days("pasted")

    def _days(self, name):
        try:
            days, unread = recurring.read_days(self.cleaned_data[name])
        except recurring.TooMany:
            raise forms.ValidationError(_too_many()) from None
        if unread:
            raise forms.ValidationError(f"“{unread[0][:60]}” is no day. Write it as 4/3/2027.")
        return days

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        days = set(cleaned["pasted"])
        if cleaned["repeats"]:
            if not cleaned["until"]:
                self.add_error("until", "Say until when it repeats.")
                return cleaned
            days.update(self._by_rule(cleaned))
        if not days and not self.errors:
            self.add_error("pasted", "Choose a rule that gives at least one day, or paste days.")
        cleaned["days"] = sorted(days)
        return cleaned

    def _by_rule(self, cleaned):
        try:
            return recurring.repeated(
                self.last_day,
                repeats=Repeats(cleaned["repeats"]),
                until=cleaned["until"],
                without=cleaned["without"],
            )
        except recurring.TooMany:
            self.add_error("until", _too_many())
            return []


def _too_many():
    return f"That is more than {recurring.MOST_SESSIONS} sessions. Add them in two goes."


class CopyForm(forms.Form):
    title = forms.CharField(max_length=255)
    starts_at = forms.DateTimeField(
        label="Its first session starts",
        help_text="London time, such as 2027-03-04 10:00. Others keep their distance from it.",
    )


class CallOffForm(forms.Form):
    status = forms.ChoiceField(
        label="What happens to it",
        choices=[
            (EventStatus.CANCELLED.value, "It is cancelled"),
            (EventStatus.POSTPONED.value, "It is postponed: a new date will follow"),
        ],
        initial=EventStatus.CANCELLED.value,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="What people should know",
        max_length=255,
        required=False,
        help_text="Why, and what comes next. The page, the feed and calendars say it.",
    )
