"""The forms that come with the site. Loaded once, and then an editor's like any other."""

from django.db import transaction

from consultations.responses.domain.building import Asked, Form, make_questionnaire
from consultations.responses.enums import FactCheck, QuestionKind, Stance
from consultations.responses.models import Questionnaire
from people.models import DoneOnce

STANCE = Asked("stance", QuestionKind.STANCE, "How far do you agree or disagree with this?")
COMMENT = Asked(
    "comment",
    QuestionKind.COMMENT,
    "What would you keep, change or add, and why?",
    "Please leave out names and addresses of other people.",
)
WORDING = Asked(
    "wording",
    QuestionKind.WORDING,
    "How would you word it?",
    "Only if you would like to. It is shown beside the present words.",
)
HELP_TO_DECIDE = Asked(
    "help",
    QuestionKind.LINE,
    "What would help you to decide?",
    when=(("stance", Stance.NO_VIEW),),
)

PASSAGE = Form("passage", "About a passage", (STANCE, COMMENT, WORDING))

OBJECTIVE = Form(
    "objective",
    "About an objective",
    (
        STANCE,
        HELP_TO_DECIDE,
        COMMENT,
        WORDING,
        Asked(
            "who",
            QuestionKind.CHOICE,
            "Who should do this?",
            options=("The council", "Voluntary and community groups", "Both together"),
            more={"other": True},
        ),
    ),
)

FACTS = Form(
    "facts",
    "About the facts of today",
    (
        Asked("check", QuestionKind.FACT_CHECK, "Is what is said here right, as far as you know?"),
        Asked(
            "lesson",
            QuestionKind.LINE,
            "What goes wrong when people rely on it?",
            when=(("check", FactCheck.WRONG, FactCheck.OUT_OF_DATE),),
        ),
        COMMENT,
    ),
)

GENERAL = Form(
    "general",
    "General questions",
    (
        Asked(
            "missing",
            QuestionKind.COMMENT,
            "Is anything missing?",
            "Something you expected to read and did not find.",
        ),
        Asked(
            "barriers",
            QuestionKind.MULTI,
            "What stops people or groups like yours from taking part?",
            options=(
                "Time",
                "The language that is used",
                "Short notice",
                "Insurance",
                "Writing bids",
                "Computers and the internet",
                "Trust",
            ),
            more={"other": True, "none": "None of these"},
        ),
        Asked(
            "impact",
            QuestionKind.IMPACT,
            "Could this affect some people more than others?",
            options=(
                "Children and young people",
                "Older people",
                "Disabled people and people with long-term conditions",
                "Carers",
                "Women or men",
                "Trans and non-binary people",
                "People of an ethnic or national background",
                "People with or without a religion or belief",
                "Lesbian, gay and bisexual people",
                "Pregnant women and new parents",
                "Married people and civil partners",
                "People with little money",
            ),
        ),
        Asked(
            "evidence",
            QuestionKind.EVIDENCE,
            "Is there anything we should read or know?",
            "A report, a figure, or what happened to you or your group.",
        ),
        Asked(
            "connection",
            QuestionKind.MULTI,
            "How are you connected with this place?",
            options=("I live here", "I work here", "I volunteer here", "I study here"),
            more={"other": True},
        ),
        Asked(
            "offer",
            QuestionKind.OFFER,
            "Would you like to help with what comes next?",
            "We can only ask you if you leave an e-mail address on a later page.",
            options=("Join a working group", "Read the next draft before it is finished"),
        ),
    ),
)

MEETING = Form(
    "meeting",
    "What a meeting said",
    (
        Asked("record", QuestionKind.GROUP_RECORD, "What did your meeting say?"),
        Asked("held", QuestionKind.DATE, "When did you meet?"),
        STANCE,
        COMMENT,
    ),
)

LIBRARY = (PASSAGE, OBJECTIVE, FACTS, GENERAL, MEETING)


@transaction.atomic
def load_library():
    """Make the forms that were never made here before; gives their titles.

    What an editor changed, renamed or deleted since stays as it is.
    """
    loaded = []
    for form in LIBRARY:
        _, is_new = DoneOnce.objects.get_or_create(key=f"form:{form.slug}")
        if is_new:
            has_default = Questionnaire.objects.filter(is_default=True).exists()
            make_questionnaire(form, is_default=form is PASSAGE and not has_default)
            loaded.append(form.title)
    return loaded
