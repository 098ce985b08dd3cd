"""What a person does on the way to a response."""

from django.urls import reverse

TYPED = "The hall’s rent doubled in May."
ABOUT = {
    "capacity": "myself",
    "publish": "without_name",
    "organisation_name": "",
    "name": "",
    "email": "",
}
HOSTILE = {
    "nul": "before\x00after",
    "emoji": "👩‍👩‍👧‍👦 yes 🎉",
    "right-to-left": "\u202eمرحبا بالعالم\u202c",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "formula": "=HYPERLINK(A1)",
    "combining": "Z̸̢̛a̷l̶g̵o̸" * 50,
    "newlines": "one\r\ntwo\r\rthree\n\n",
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "control": "\x01\x02\x1b[31m",
    "surrogate": "\ud83d",
}


def form_of(draft, passage):
    return reverse("respond:comment", args=[draft.consultation.slug, "passage", passage.pk])


def fields_of(browser, address):
    """The names of the form's fields by kind of question."""
    form = browser.get(address).context["form"]
    return {question.kind: question.field_name for question in form.questions}


def write(browser, draft, passage, **said):
    address = form_of(draft, passage)
    names = fields_of(browser, address)
    said = said or {"stance": "agree", "comment": TYPED}
    return browser.post(address, {names[kind]: value for kind, value in said.items()})


def send(browser, draft, passage, **about):
    write(browser, draft, passage)
    browser.post(reverse("respond:about_you", args=[draft.consultation.slug]), {**ABOUT, **about})
    return browser.post(reverse("respond:check", args=[draft.consultation.slug]))


def text(answer):
    return " ".join(answer.content.decode().split())
