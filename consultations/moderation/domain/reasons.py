"""What each reason means: what is done, and what an author is told. The policy that everybody can
read is made of the same sentences, so that neither can say what the other does not.
"""

from dataclasses import dataclass

from consultations.moderation.enums import NotResponseReason, Reason

# Written to by nobody without a person in between: a letter could put somebody in danger.
NOT_BY_LETTER = {Reason.THREAT, Reason.SAFEGUARDING}


@dataclass(frozen=True)
class Meaning:
    """`does` completes the policy; `told` is for the author, who meant no harm until shown."""

    does: str
    told: str


MEANINGS = {
    Reason.PERSONAL_OWN: Meaning(
        "We hide the address, number or other detail, and nothing around it.",
        "They were your own contact details, and anybody could have used them. We left out the"
        " details alone; what you think is there to read.",
    ),
    Reason.PERSONAL_OTHER: Meaning(
        "We hide what tells who somebody is, unless it is about what they do in public office.",
        "They told something about another person who has not been asked. What you think about"
        " the matter is there to read.",
    ),
    Reason.SENSITIVE: Meaning(
        "We hide the detail. We never rewrite what somebody said.",
        "Together with the rest they could tell readers about somebody’s health or private life."
        " We would rather be careful once too often.",
    ),
    Reason.IDENTIFIABLE: Meaning(
        "We hide the street, school or role that gives it away where few people can be meant.",
        "In a small place, neighbours could tell who is meant. The point you make is there to"
        " read.",
    ),
    Reason.STAFF: Meaning(
        "We hide the name and keep the role. People who lead or decide may be named.",
        "They named somebody who does not answer for decisions. What you say about the work is"
        " there to read.",
    ),
    Reason.DEFAMATORY: Meaning(
        "We hide the claim where it could be against the law to publish it, and ask for advice.",
        "They claim something about a person or a body that could be against the law to publish"
        " unless it is proved. If you can say the same as your own view, we can show it.",
    ),
    Reason.LEGAL: Meaning(
        "We hold it until the case, inquiry or election is over.",
        "It touches a case, an inquiry or an election that is running. We look again when that"
        " is over.",
    ),
    Reason.HATEFUL: Meaning(
        "We hide words against people for what they are, and hold what is nothing else.",
        "They are against people for what they are. You can make the same point without them.",
    ),
    Reason.THREAT: Meaning(
        "We hold it, and tell whoever can protect people.",
        "They could be read as a threat. If that is not what you meant, tell us.",
    ),
    Reason.ABUSE: Meaning(
        "We hide insults at a person. Sharp words about a plan or a decision are not abuse.",
        "They insult a person. Hard words about a plan or a decision are welcome.",
    ),
    Reason.OBSCENE: Meaning(
        "We hide the word.",
        "Children read here too. The rest is there to read.",
    ),
    Reason.SAFEGUARDING: Meaning(
        "We hold it, and pass it on the same day to people whose work is to help.",
        "We were worried that somebody might be at risk, so we passed it to people whose work is"
        " to help.",
    ),
    Reason.CONFIDENTIAL: Meaning(
        "We hide what its author asked us to keep confidential.",
        "You marked them as confidential, so we keep them so.",
    ),
    Reason.COPYRIGHT: Meaning(
        "We hide a text that belongs to somebody else. A link to it can be shown.",
        "They belong to somebody else, who has not agreed. A link to them can be shown.",
    ),
    Reason.IMPERSONATION: Meaning(
        "We hold it until the organisation has told us that it speaks for them.",
        "We could not yet confirm that this comes from the organisation it names. Write to us"
        " from its own address, and we look again.",
    ),
    NotResponseReason.ADVERTISING: Meaning(
        "Two people agree that nobody is answering: it sells something, or a machine sent it.",
        "It read like advertising, or like something a machine sent. If you wrote it, tell us.",
    ),
    NotResponseReason.SENT_TWICE: Meaning(
        "Two people agree that it is a test, or the very same thing sent twice. The first counts.",
        "It looked like a test, or like something you had sent before. What came first counts.",
    ),
}


def label_of(reason):
    enum = Reason if reason in Reason.values else NotResponseReason
    return enum(reason).label


def in_sentence(reason):
    """Its label inside a sentence: “somebody else’s personal details”."""
    label = label_of(reason)
    return label[0].lower() + label[1:]
