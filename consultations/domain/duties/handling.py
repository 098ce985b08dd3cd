"""The duties that say how answers are counted, and who is heard before something is cut."""

from dateutil.relativedelta import relativedelta

from consultations.domain.duties.registry import Duty, met, missing
from consultations.enums import StakeholderKind

THREE_MONTHS = relativedelta(months=3)


def _says_how_it_counts(consultation, now):
    for name in consultation.rule_names:
        if not getattr(consultation, name).strip():
            what = consultation._meta.get_field(name).verbose_name
            return missing(f"Say what you do with {what}.", name)
    return met("It says how answers are counted, late ones and letters of campaigns among them.")


def _names_whom_a_cut_touches(consultation, now):
    if not consultation.may_cut:
        return met("No service and no funding may be cut.")
    named = {row.kind for row in consultation.stakeholders.all()}
    wanting = [kind.label for kind in StakeholderKind if kind not in named]
    if wanting:
        return missing(f"Name who is to be heard among these: {'; '.join(wanting)}.", "may_cut")
    return met("It names everybody who has to be heard before a cut.")


def _leaves_three_months(consultation, now):
    if not consultation.may_cut:
        return met("No service and no funding may be cut.")
    if not consultation.cut_on:
        return missing("Give the earliest day on which something could be cut.", "cut_on")
    if consultation.decision_on and consultation.cut_on < consultation.decision_on + THREE_MONTHS:
        return missing(
            "A cut would come less than three months after the decision. Choose a later day.",
            "cut_on",
        )
    return met("Nothing is cut within three months of the decision.")


HANDLING = (
    Duty(
        "counting_rules",
        "How answers are counted",
        "Gunning 4; Consultation Institute: rules for petitions and campaigns, before it opens.",
        _says_how_it_counts,
        "It does not say how some answers are counted",
    ),
    Duty(
        "stakeholders",
        "Who has to be heard before a cut",
        "Local Government Act 1999, section 3; Best Value statutory guidance.",
        _names_whom_a_cut_touches,
        "It does not name everybody whom a cut would touch",
    ),
    Duty(
        "time_before_cut",
        "Three months before a cut",
        "Best Value statutory guidance, for voluntary and community groups.",
        _leaves_three_months,
        "A cut may come with less than three months' notice",
    ),
)
