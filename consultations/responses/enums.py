from django.db import models


class Stance(models.TextChoices):
    """Asked, never guessed. Five points, and a way to say that one has no view."""

    STRONGLY_AGREE = "strongly_agree", "Strongly agree"
    AGREE = "agree", "Agree"
    NEITHER = "neither", "Neither agree nor disagree"
    DISAGREE = "disagree", "Disagree"
    STRONGLY_DISAGREE = "strongly_disagree", "Strongly disagree"
    NO_VIEW = "no_view", "Not sure / no view"


class QuestionKind(models.TextChoices):
    STANCE = "stance", "How far do you agree"
    COMMENT = "comment", "Comment"
    WORDING = "wording", "Suggested wording"
    FACT_CHECK = "fact_check", "Fact check"
    CHOICE = "choice", "One of several"
    MULTI = "multi", "Any of several"
    OPTIONS = "options", "Options, with those ruled out"
    PRIORITIES = "priorities", "What should come first"
    MATRIX = "matrix", "Several things, one scale"
    PLACE = "place", "A place from a list"
    POSTCODE = "postcode", "A ward, by postcode"
    LINE = "line", "A few words"
    NUMBER = "number", "A number"
    DATE = "date", "A date"
    IMPACT = "impact", "Effect on people"
    EVIDENCE = "evidence", "Evidence"
    GROUP_RECORD = "group_record", "Record of a group"
    OFFER = "offer", "Offer of help"
    CONSENTS = "consents", "Consents"
    INFORMATION = "information", "Information"
    OFFICERS = "officers", "For officers only"


class FactCheck(models.TextChoices):
    CORRECT = "correct", "Correct"
    OUT_OF_DATE = "out_of_date", "Out of date"
    WRONG = "wrong", "Wrong"
    DONT_KNOW = "dont_know", "Don’t know"


class Impact(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    DONT_KNOW = "dont_know", "Don’t know"


class MayShow(models.TextChoices):
    """Whether others may see a piece of evidence."""

    YES = "yes", "Yes, others may see it"
    NO = "no", "No, only the council and the Board"


class Capacity(models.TextChoices):
    MYSELF = "myself", "Myself"
    GROUP = "group", "A group or organisation"
    ON_BEHALF = "on_behalf", "Somebody else, on their behalf"
    COUNCILLOR = "councillor", "A councillor or MP"
    MEETING = "meeting", "A meeting that an officer records"


class Relationship(models.TextChoices):
    """How whoever answers for somebody else knows them. Kept with the response, never shown."""

    FAMILY = "family", "A member of their family"
    CARER = "carer", "Their carer"
    SUPPORT_WORKER = "support_worker", "Their support worker"
    ADVOCATE = "advocate", "Their advocate"
    OTHER = "other", "Another way"


class PersonKnows(models.TextChoices):
    """Whether somebody knows that another answers for them. Kept with it, never shown."""

    YES = "yes", "Yes"
    NO = "no", "No"
    CANNOT = "cannot", "They cannot be told"


class Office(models.TextChoices):
    """What somebody was elected to, who answers as that."""

    COUNCILLOR = "councillor", "Councillor"
    MP = "mp", "Member of Parliament"
    OTHER = "other", "Another elected office"


class Way(models.TextChoices):
    """How much somebody wants to answer."""

    QUICK = "quick", "Quick"
    CHOOSE = "choose", "Some sections"
    WHOLE = "whole", "The whole draft"
    LETTER = "letter", "A letter of my own"


class Sign(models.TextChoices):
    """What makes a response look as if no person had sent it. None of them refuses anything."""

    HIDDEN_BOX = "hidden_box", "A box that people do not see was filled in"
    TOO_QUICK = "too_quick", "It was sent faster than anybody can read"
    UNSIGNED = "unsigned", "It did not come from one of our pages"
    FLOOD = "flood", "A great many came within minutes"


class Notice(models.TextChoices):
    """A gentle word about somebody's words, before they send them."""

    URGENT = "urgent", "Somebody may need help now"
    PERSONAL = "personal", "It may point at a private person"


class Channel(models.TextChoices):
    WEB = "web", "This website"
    PAPER = "paper", "Paper form"
    EMAIL = "email", "E-mail"
    PHONE = "phone", "Phone"
    MEETING = "meeting", "Meeting"


class Publish(models.TextChoices):
    """What the author allows. It decides what is shown and never what is counted."""

    WITH_NAME = "with_name", "Yes, with a name"
    WITHOUT_NAME = "without_name", "Yes, without a name"
    NO = "no", "No, do not show it"


class PlaceKind(models.TextChoices):
    CONSULTATION = "consultation", "The consultation as a whole"
    DRAFT = "draft", "The whole draft"
    SECTION = "section", "A section"
    PASSAGE = "passage", "A passage"


class FileKind(models.TextChoices):
    SCAN = "scan", "Scan of what came"
    EVIDENCE = "evidence", "Evidence"


class Ease(models.TextChoices):
    """How easy the form was, as services are asked about."""

    VERY_EASY = "very_easy", "Very easy"
    EASY = "easy", "Easy"
    NEITHER = "neither", "Neither easy nor difficult"
    DIFFICULT = "difficult", "Difficult"
    VERY_DIFFICULT = "very_difficult", "Very difficult"


class Language(models.TextChoices):
    """What a comment is written in, by its code for browsers and screen readers (BCP 47)."""

    ALBANIAN = "sq", "Albanian"
    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali"
    BRITISH_SIGN_LANGUAGE = "bfi", "British Sign Language"
    BULGARIAN = "bg", "Bulgarian"
    CHINESE = "zh", "Chinese"
    CZECH = "cs", "Czech"
    FRENCH = "fr", "French"
    GERMAN = "de", "German"
    GREEK = "el", "Greek"
    GUJARATI = "gu", "Gujarati"
    HINDI = "hi", "Hindi"
    HUNGARIAN = "hu", "Hungarian"
    ITALIAN = "it", "Italian"
    KURDISH = "ku", "Kurdish"
    LITHUANIAN = "lt", "Lithuanian"
    NEPALI = "ne", "Nepali"
    PASHTO = "ps", "Pashto"
    PERSIAN = "fa", "Persian"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    PUNJABI = "pa", "Punjabi"
    ROMANIAN = "ro", "Romanian"
    RUSSIAN = "ru", "Russian"
    SLOVAK = "sk", "Slovak"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    TAMIL = "ta", "Tamil"
    TURKISH = "tr", "Turkish"
    UKRAINIAN = "uk", "Ukrainian"
    URDU = "ur", "Urdu"
    VIETNAMESE = "vi", "Vietnamese"
    WELSH = "cy", "Welsh"
    YORUBA = "yo", "Yoruba"
    OTHER = "und", "Another language"
