"""The questions about who somebody is: closed, in the order of the harmonised standards.

The wording follows the harmonised questions of the UK's statistical authorities, shortened. Every
one is optional, and every one has an answer for those who would rather not say.
"""

from dataclasses import dataclass

PREFER_NOT = "prefer_not"
PREFER_NOT_TO_SAY = "Prefer not to say"


@dataclass(frozen=True)
class Characteristic:
    key: str
    question: str
    name: str
    options: tuple[tuple[str, str], ...]

    @property
    def choices(self):
        return [*self.options, (PREFER_NOT, PREFER_NOT_TO_SAY)]

    @property
    def names(self):
        return dict(self.choices)


YES_NO = (("yes", "Yes"), ("no", "No"))

CHARACTERISTICS = (
    Characteristic(
        "age",
        "How old are you?",
        "Age",
        (
            ("under_16", "Under 16"),
            ("16_24", "16 to 24"),
            ("25_34", "25 to 34"),
            ("35_44", "35 to 44"),
            ("45_54", "45 to 54"),
            ("55_64", "55 to 64"),
            ("65_74", "65 to 74"),
            ("75_over", "75 or over"),
        ),
    ),
    Characteristic("sex", "What is your sex?", "Sex", (("female", "Female"), ("male", "Male"))),
    Characteristic(
        "gender",
        "Is the gender you identify with the same as your sex registered at birth?",
        "Gender the same as registered at birth",
        YES_NO,
    ),
    Characteristic(
        "disability",
        "Do you have a physical or mental condition or illness that lasts, or is expected to last, "
        "12 months or more?",
        "Lasting condition or illness",
        (
            ("reduces_much", "Yes, and it limits me a lot"),
            ("reduces_little", "Yes, and it limits me a little"),
            ("reduces_not", "Yes, and it does not limit me"),
            ("no", "No"),
        ),
    ),
    Characteristic(
        "ethnicity",
        "What is your ethnic group?",
        "Ethnic group",
        (
            ("white", "White"),
            ("mixed", "Mixed or multiple ethnic groups"),
            ("asian", "Asian or Asian British"),
            ("black", "Black, Black British, Caribbean or African"),
            ("other", "Another ethnic group"),
        ),
    ),
    Characteristic(
        "religion",
        "What is your religion?",
        "Religion",
        (
            ("none", "No religion"),
            ("christian", "Christian"),
            ("buddhist", "Buddhist"),
            ("hindu", "Hindu"),
            ("jewish", "Jewish"),
            ("muslim", "Muslim"),
            ("sikh", "Sikh"),
            ("other", "Another religion"),
        ),
    ),
    Characteristic(
        "orientation",
        "Which of these best describes your sexual orientation?",
        "Sexual orientation",
        (
            ("straight", "Straight or heterosexual"),
            ("gay", "Gay or lesbian"),
            ("bisexual", "Bisexual"),
            ("other", "Another orientation"),
        ),
    ),
    Characteristic(
        "pregnancy",
        "Are you pregnant, or did you have a baby in the last year?",
        "Pregnancy",
        YES_NO,
    ),
    Characteristic(
        "partnership",
        "Are you married or in a registered civil partnership?",
        "Marriage or civil partnership",
        YES_NO,
    ),
    Characteristic(
        "carer",
        "Do you look after somebody who could not manage without your help, without being paid?",
        "Unpaid carer",
        YES_NO,
    ),
)
BY_KEY = {one.key: one for one in CHARACTERISTICS}
