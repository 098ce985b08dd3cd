import re
from dataclasses import dataclass

from django import forms
from django.db import transaction

from consultations.drafts.domain import lineage, planning
from consultations.drafts.domain.lineage import passages_of_version
from consultations.drafts.enums import LinkKind

NO_PASSAGE = "This version has no passage of that number. Numbers look like 2.14."
NUMBERS = re.compile(r"[^\s,;]+")


class ErratumForm(forms.Form):
    use_required_attribute = False

    number = forms.CharField(
        label="Number of the passage",
        help_text="As it stands in the margin, for example 2.14.",
        max_length=20,
        error_messages={"required": "Write the number of the passage."},
    )
    text = forms.CharField(
        label="What it should say",
        help_text="For example: “National Indicator 7”, not “Nation Indicator 7”.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what it should say."},
    )

    def __init__(self, *args, draft=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft = draft
        self.passage = None

    def clean_number(self):
        number = self.cleaned_data["number"].strip()
        self.passage = passages_of_version(self.draft).filter(number=number).first()
        if self.passage is None:
            raise forms.ValidationError(NO_PASSAGE)
        return number


@dataclass(frozen=True)
class Line:
    """What became of one passage, with all its links; or one passage that was added."""

    links: tuple

    @property
    def old(self):
        return self.links[0].old

    @property
    def news(self):
        return [link.new for link in self.links if link.new]

    @property
    def link_kind(self):
        return LinkKind(self.links[0].kind)

    @property
    def kind(self):
        return self.link_kind.label

    @property
    def reason(self):
        return next((link.reason for link in self.links if link.reason), "")

    @property
    def name(self):
        return self.links[0].pk


def lines_of(links):
    """These links as lines, in the order of the first link of each."""
    lines = {}
    for link in links:
        lines.setdefault(link.old_id or ("added", link.new_id), []).append(link)
    return [Line(tuple(links)) for links in lines.values()]


class LinesForm(forms.Form):
    """For each line the numbers of the passages it leads to (none: removed), and why it changed.

    What the officer saw is sent along, so that only what they changed is stored, and a line that
    somebody else has changed meanwhile stays.
    """

    use_required_attribute = False

    def __init__(self, *args, lines, draft, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines, self.draft = lines, draft
        self.numbers = {passage.number: passage for passage in self.passages()}
        for line in lines:
            if line.old is not None:
                self.fields[f"to-{line.name}"] = forms.CharField(
                    label=f"Passage {line.old.number} became passage",
                    required=False,
                    max_length=120,
                    initial=", ".join(new.number for new in line.news),
                    show_hidden_initial=True,
                )
            number = (line.old or line.news[0]).number
            self.fields[f"reason-{line.name}"] = forms.CharField(
                label=f"Why, in the line of passage {number}",
                required=False,
                max_length=300,
                widget=forms.Textarea(attrs={"rows": 3}),
                initial=line.reason,
                show_hidden_initial=True,
            )

    def passages(self):
        """Those of the newer version."""
        raise NotImplementedError

    def clean(self):
        cleaned = super().clean()
        for line in self.lines:
            name = f"to-{line.name}"
            wanted = NUMBERS.findall(cleaned.get(name, ""))
            if any(number not in self.numbers for number in wanted):
                self.add_error(name, NO_PASSAGE)
            cleaned[name] = tuple(self.numbers[n] for n in wanted if n in self.numbers)
        return cleaned

    def changes(self):
        """What is different: (line, passages or None where it leads where it led, reason)."""
        found = []
        for line in self.lines:
            reason = self.cleaned_data[f"reason-{line.name}"].strip()
            news = self.cleaned_data[f"to-{line.name}"]
            was = {new.number for new in line.news}
            if line.old and self._is_changed("to", line) and {new.number for new in news} != was:
                found.append((line, news, reason))
            elif self._is_changed("reason", line) and reason != line.reason:
                found.append((line, None, reason))
        return found

    def _is_changed(self, field, line):
        name = f"{field}-{line.name}"
        return name in self.data and name in self.changed_data

    @property
    def rows(self):
        """Each line with its fields, as the template draws them."""
        return [
            {
                "line": line,
                "to": self[f"to-{line.name}"] if line.old is not None else None,
                "reason": self[f"reason-{line.name}"],
            }
            for line in self.lines
        ]


class LinksForm(LinesForm):
    """Of a published version: what became of each passage of the one before."""

    def passages(self):
        return passages_of_version(self.draft)

    @transaction.atomic
    def save(self, *, by, at):
        """Store what is different; returns how many lines were."""
        changes = self.changes()
        for line, news, reason in changes:
            if news is None:
                lineage.explain(links=line.links, reason=reason, by=by, at=at)
        corrections = [
            lineage.Correction(line.old, news, reason)
            for line, news, reason in changes
            if news is not None
        ]
        if corrections:
            lineage.correct_links(draft=self.draft, corrections=corrections, by=by, at=at)
        return len(changes)


class PlanForm(LinesForm):
    """Of a version that is being written: what will become of each published passage."""

    def passages(self):
        return planning.passages_as_written(self.draft)

    def save(self, *, by, at):
        """Keep what is different until it is published; returns how many lines were."""
        said = [planning.Planned(*change) for change in self.changes()]
        if said:
            planning.plan(draft=self.draft, said=said, by=by, at=at)
        return len(said)
