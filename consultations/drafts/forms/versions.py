from django import forms

from consultations.drafts.domain import lineage
from consultations.drafts.domain.lineage import passages_of_version

NO_PASSAGE = "This version has no passage of that number. Numbers look like 2.14."


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


class LinksForm(forms.Form):
    """For each link, the number of the passage it leads to (none: removed), and why it changed."""

    use_required_attribute = False

    def __init__(self, *args, links, draft, **kwargs):
        super().__init__(*args, **kwargs)
        self.links, self.draft = links, draft
        self.numbers = {passage.number: passage for passage in passages_of_version(draft)}
        for link in links:
            if link.old is not None:
                self.fields[f"to-{link.pk}"] = forms.CharField(
                    label=f"Passage {link.old.number} became passage",
                    required=False,
                    max_length=20,
                    initial=link.new.number if link.new else "",
                )
            number = (link.old or link.new).number
            self.fields[f"reason-{link.pk}"] = forms.CharField(
                label=f"Why, in the line of passage {number}",
                required=False,
                max_length=300,
                initial=link.reason,
            )

    def clean(self):
        cleaned = super().clean()
        for link in self.links:
            number = cleaned.get(f"to-{link.pk}", "").strip()
            if number and number not in self.numbers:
                self.add_error(f"to-{link.pk}", NO_PASSAGE)
        return cleaned

    def save(self, *, by, at):
        """Store what is different; returns how many links were."""
        changed = 0
        for link in self.links:
            reason = self.cleaned_data[f"reason-{link.pk}"].strip()
            if link.old is not None and f"to-{link.pk}" in self.changed_data:
                new = self.numbers.get(self.cleaned_data[f"to-{link.pk}"].strip())
                lineage.correct_link(
                    draft=self.draft, old=link.old, new=new, reason=reason, by=by, at=at
                )
                changed += 1
            elif reason != link.reason:
                lineage.explain(links=[link], reason=reason, by=by, at=at)
                changed += 1
        return changed

    @property
    def rows(self):
        """Each link with its fields, as the template draws them."""
        return [
            {
                "link": link,
                "to": self[f"to-{link.pk}"] if link.old is not None else None,
                "reason": self[f"reason-{link.pk}"],
            }
            for link in self.links
        ]
