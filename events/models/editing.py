"""Wagtail's form of an event: nobody types what follows, and nothing published disappears."""

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import MultiFieldPanel

from events.enums import EventStatus


class StatusSelect(forms.Select):
    """Without “New date”: that is worked out from the dates, and so it is no choice."""

    def optgroups(self, name, value, attrs=None):
        worked_out, chosen = EventStatus.RESCHEDULED.value, EventStatus.SCHEDULED.value
        value = [chosen if each == worked_out else each for each in value]
        groups = super().optgroups(name, value, attrs)
        return [group for group in groups if group[1][0]["value"] != worked_out]


class FoldedPanel(MultiFieldPanel):
    """What has a default, folded away within a row, where Wagtail's own panels do not fold."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "events/admin/folded_panel.html"

        @property
        def folded_heading(self):
            return self.panel.folded_heading

    def __init__(self, children, folded_heading, **kwargs):
        super().__init__(children, **kwargs)
        self.folded_heading = folded_heading

    def clone_kwargs(self):
        return super().clone_kwargs() | {"folded_heading": self.folded_heading}


class EventForm(WagtailAdminPageForm):
    def clean(self):
        """Refuse to remove a session that was published; `settle` would bring it back anyway."""
        cleaned = super().clean()
        if self.instance.first_published_at and "sessions" in self.formsets:
            for row in self.formsets["sessions"].initial_forms:
                if row.instance.pk and row.is_valid() and row.cleaned_data.get("DELETE"):
                    self.add_error(None, _kept(row.instance))
        return cleaned


def _kept(session):
    day = timezone.localtime(session.starts_at)
    return (
        f"The session of {day.day} {day:%B %Y} has been published, so it is not removed: people "
        "who meant to come look for it. Set it to “Cancelled” instead."
    )
