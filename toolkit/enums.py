from django.db import models


class Level(models.IntegerChoices):
    """How much say people have: the five levels of the Board's principles of engagement."""

    INFORMATION = 1, "Information"
    CONSULTATION = 2, "Consultation"
    DELIBERATION = 3, "Deliberation"
    COLLABORATION = 4, "Collaboration"
    PARTNERSHIP = 5, "Partnership"


class PrincipleStage(models.TextChoices):
    """The three stages into which the Board has put its principles of engagement."""

    PLANNING = "planning", "Planning"
    ENGAGEMENT = "engagement", "Engagement"
    EVALUATION = "evaluation", "Evaluation and feedback"


class Purpose(models.TextChoices):
    """What an exercise is for, said so that it completes “We want to …”."""

    EXPLAIN = "explain", "explain what is proposed"
    EXPERIENCE = "experience", "hear what people have lived through"
    IDEAS = "ideas", "gather ideas before anything is written"
    FACTS = "facts", "check whether our facts are right"
    WORDING = "wording", "get the words of a draft right"
    OPTIONS = "options", "choose between options"
    PRIORITIES = "priorities", "find out what matters most"
    CONFLICT = "conflict", "work through a disagreement"
    WRITE = "write", "write something together"
    MONEY = "money", "share out money together"
    TREND = "trend", "see what changes over time"


class Evidence(models.TextChoices):
    COUNTS = "counts", "counts"
    REASONS = "reasons", "reasons in people’s own words"
    WORDING = "wording", "suggested wording"
    PLACES = "places", "points on a map"
    PICTURES = "pictures", "pictures and stories"
    AGREEMENT = "agreement", "what is agreed and what is not"
    DECISION = "decision", "a decision"


class Audience(models.TextChoices):
    """People whom an exercise may have to hear, each easily missed in a way of their own."""

    YOUNG = "young", "young people"
    OLDER = "older", "older people"
    DISABLED = "disabled", "disabled people"
    DEAF = "deaf", "deaf people"
    LEARNING = "learning", "people with a learning disability"
    CARERS = "carers", "carers"
    PARENTS = "parents", "parents of young children"
    SHIFTS = "shifts", "people who work shifts"
    NO_CAR = "no-car", "people without a car"
    TRAVELLERS = "travellers", "Gypsies, Roma and Travellers"
    FAITH = "faith", "faith groups"
    LANGUAGES = "languages", "people who speak little English"
    OFFLINE = "offline", "people who are not online"
    BUSINESSES = "businesses", "businesses"
    SMALL_GROUPS = "small-groups", "small groups without paid staff"
    COMMISSIONERS = "commissioners", "those who buy services"


class Mode(models.TextChoices):
    IN_PERSON = "in-person", "in person"
    OUTREACH = "outreach", "where people already are"
    ONLINE = "online", "online"
    PHONE = "phone", "by telephone"
    POST = "post", "by post or on paper"


class Skill(models.IntegerChoices):
    """How practised whoever does it has to be."""

    NONE = 0, "none"
    SOME = 1, "some"
    PRACTISED = 2, "practised"
    EXPERT = 3, "expert"


class Conflict(models.IntegerChoices):
    """How much disagreement there is, or a method can bear."""

    NONE = 0, "little"
    SOME = 1, "some"
    MUCH = 2, "much"
    BITTER = 3, "bitter"


class StandsAlone(models.TextChoices):
    """Whether a method by itself can be a formal consultation."""

    YES = "yes", "Yes"
    WITH = "with", "Only together with another"
    NO = "no", "No"


class SetUpAs(models.TextChoices):
    """What this site makes of a method when a plan is set up."""

    DRAFT = "draft", "the consultation itself"
    EVENT = "event", "an event"
    NOTHING = "nothing", "nothing here; it is done elsewhere"


class CostBand(models.TextChoices):
    """What a method costs besides the time of staff, in bands that a plan can rely on."""

    A = "A", "up to £250"
    B = "B", "£250 to £2,000"
    C = "C", "£2,000 to £10,000"
    D = "D", "£10,000 to £40,000"
    E = "E", "over £40,000"

    @property
    def lowest(self):
        return {"A": 0, "B": 250, "C": 2_000, "D": 10_000, "E": 40_000}[self.value]

    @property
    def highest(self):
        """The most in pounds, or None where there is no end."""
        return {"A": 250, "B": 2_000, "C": 10_000, "D": 40_000, "E": None}[self.value]

    @property
    def usual(self):
        """The pounds to plan with where a method says no more than its band."""
        return {"A": 150, "B": 1_000, "C": 5_000, "D": 20_000, "E": 60_000}[self.value]


class Side(models.TextChoices):
    """Who promises what an undertaking of a code says."""

    PUBLIC = "public", "Public bodies"
    SECTOR = "sector", "Voluntary, community and faith groups"
    BOTH = "both", "Both together"


class DisputeState(models.TextChoices):
    RECEIVED = "received", "Received"
    LOOKED_INTO = "looked", "Being looked into"
    ANSWERED = "answered", "Answered"


class Kept(models.TextChoices):
    YES = "yes", "Kept"
    PARTLY = "partly", "Kept in part"
    NO = "no", "Not kept"
    OPEN = "open", "Not known yet"
