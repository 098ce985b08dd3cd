"""A form about a passage, filled in as one person's browser does."""

from django.urls import reverse

ABOUT = {
    "capacity": "myself",
    "publish": "without_name",
    "organisation_name": "",
    "name": "",
    "email": "",
}


class Page:
    """The form about a passage, in one person's browser."""

    def __init__(self, browser, form, passage):
        self.browser, self.form, self.passage = browser, form, passage
        self.slug = passage.section.draft.consultation.slug
        self.address = reverse("respond:comment", args=[self.slug, "passage", passage.pk])

    def open(self):
        self.answer = self.browser.get(self.address)
        return self

    @property
    def asked(self):
        return [group.question.label for group in self.answer.context["form"].groups]

    def fill(self, **said):
        """Press Continue with these boxes filled, and the hidden ones as they are on the page."""
        form = self.answer.context["form"]
        data = {"asked": form.asked, "opened": self.answer.context["opened"]}
        for name, value in said.items():
            data[f"q_{self.form.keys[name]}"] = value
        self.answer = self.browser.post(self.address, data)
        return self

    def check(self):
        self.browser.post(reverse("respond:about_you", args=[self.slug]), ABOUT)
        answer = self.browser.get(reverse("respond:check", args=[self.slug]))
        return " ".join(answer.content.decode().split())

    def send(self):
        self.check()
        return self.browser.post(reverse("respond:check", args=[self.slug]))

    @property
    def is_kept(self):
        return self.answer.status_code == 302
