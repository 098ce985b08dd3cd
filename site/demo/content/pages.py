"""The words on the pages around the consultations."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """A page of text: `parts` are headings (a string) and running text (a string of HTML)."""

    slug: str
    title: str
    summary: str
    parts: tuple[str, ...]
    in_menu: bool = False


SITE = {
    "name": "Sounding Board",
    "council_name": "Thurrock Council (worked example)",
    "notice": "Worked example: a fictional borough’s documents in our own words. "
    "Nothing here is sent to anybody.",
    "contact_email": "consultations@example.org",
    "contact_phone": "01632 960 440",
}

HOME_TITLE = "Sounding Board"
HOME_SUMMARY = "Read what the council proposes, say what you think, see what came of it."
HOME_INTRODUCTION = (
    "<p>The council wants to decide some things differently. Here you can read what it proposes, "
    "passage by passage, and say what you would keep, change or add. A Board of people from the "
    "borough reads every comment before it is shown. <b>Everything is counted</b>, shown or not, "
    "and the council says in public what it did with it.</p>"
)

BOARD = Text(
    slug="about-the-board",
    title="About the Board",
    summary="Nine people from the borough who read what you say before the council does.",
    in_menu=True,
    parts=(
        "<p>The Community Involvement Board stands between the council and the people who answer "
        "it. It reads each comment, decides what may be shown, writes the summary of what people "
        "said, and signs it. The council writes its answer, and signs that.</p>",
        "Nine seats",
        "<ul>"
        "<li><b>Chair</b>, from outside every organisation that the council pays</li>"
        "<li><b>Council for Voluntary Service</b></li>"
        "<li><b>Faith groups</b>, held for a member of Harbourside Faith Forum</li>"
        "<li><b>Disabled people’s organisations</b>, held for a member of Millbrook Disability "
        "Partnership</li>"
        "<li><b>Young people</b></li>"
        "<li><b>Tenants and residents</b></li>"
        "<li><b>Community Forums</b></li>"
        "<li><b>The health trust</b></li>"
        "<li><b>The council</b>, without a vote on what is shown</li>"
        "</ul>",
        "When a member is not neutral",
        "<p>Two members sit for an organisation that answers our consultations itself. They have "
        "declared it, and the site keeps to it: a comment of a member’s own organisation never "
        "comes onto that member’s desk. Others read it.</p>",
        "Watch the Board at work",
        "<p>The Board meets in public. The next date is among the <a href='/events/'>events</a>, "
        "and the first fifteen minutes belong to questions from the public.</p>",
    ),
)

CHECKING_BEFORE = (
    "<p>What you send is received and counted at once. The Board then reads each comment and "
    "decides one thing only: whether it can be shown on this website as it stands. If you ask us "
    "not to show what you write, it does not go to the Board’s desk at all, and counts all the "
    "same.</p>",
    "What is no reason",
    "<p>Criticism is never a reason to hold a comment back, however sharp, whoever it is about. "
    "Nor are spelling, length, language, being off the subject, or saying what many others have "
    "said in the same words.</p>",
    "The only reasons for holding a comment",
)
CHECKING_AFTER = (
    "Two people",
    "<p>One member may publish a comment. No member can hold one alone: the first proposes it and "
    "gives a reason from the list, and a second either agrees or puts the comment back to be read "
    "again. Nobody decides about a comment of an organisation they sit on the Board for.</p>",
    "Everything is counted",
    "<p>A comment that is held is still counted, and so is one that its author did not want shown. "
    "A response is left out of the figures only if its author withdraws it, and then the figures "
    "say so: received = counted + withdrawn + not responses, at every moment.</p>",
    "On the record",
    "<p>Each decision is kept with its reason, its date and the people who took it, and can be "
    "taken back. If you think that your comment was held wrongly, write to us with your reference "
    "and we put it before the Board’s chair.</p>",
)
CHECKING = {
    "slug": "how-we-check-comments",
    "title": "How we check comments",
    "summary": "What may be shown, who decides it, and why everything counts.",
}

PRIVACY = Text(
    slug="privacy",
    title="Privacy",
    summary="What we keep when you answer, who can see it, and how to take it back.",
    parts=(
        "<p>This site is a worked example that runs on one computer. It sends nothing to anybody, "
        "loads nothing from other websites and counts no visits. What follows is what a council "
        "using it would tell you.</p>",
        "What we keep when you answer",
        "<ul>"
        "<li><b>What you write</b>, the passage it is about, and when it reached us. This is never "
        "changed.</li>"
        "<li><b>Whether you answer for yourself or for a group</b>, and the group’s name.</li>"
        "<li><b>Your name</b>, only if you want it shown.</li>"
        "<li><b>Your e-mail address</b>, only if you give one, for your receipt and for news of "
        "the outcome. It is kept apart from what you wrote and is never shown.</li>"
        "</ul>",
        "Who sees it",
        "<p>The Board reads comments without your address, and without the name of anyone who "
        "answers for themselves. The public sees what you allowed and the Board has published: "
        "with your name, without it, or not at all.</p>",
        "Before you send",
        "<p>What you type is kept on the server each time you continue, so that nothing is lost. "
        "It is in no figure and nobody reads it. “Delete everything” removes it at once.</p>",
        "Cookies",
        "<p>Reading sets none. When you begin to answer, one cookie holds the key to what you have "
        "written; it is sent only to the pages where you answer, and lapses after 30 days. Signing "
        "in, for staff and the Board, sets one for the session.</p>",
        "How long we keep it",
        "<ul>"
        "<li><b>What you wrote and did not send</b>: 30 days after the consultation closes.</li>"
        "<li><b>Your e-mail address, and a name that is not shown</b>: 90 days after the outcome, "
        "or at once when you ask on the page of your response.</li>"
        "<li><b>Letters to you</b>: their words and your address, a week.</li>"
        "<li><b>Answers about age, faith, health and the like</b>: six months after closing; after "
        "that only their numbers.</li>"
        "<li><b>Scans of what came on paper</b>: two years after the outcome.</li>"
        "<li><b>Bookings</b>: six months after the event, and what you need there a week.</li>"
        "</ul>"
        "<p>What you sent stays, since the figures are made of it, and so does what is published, "
        "with a name that you let us show.</p>",
        "Taking it back",
        "<p>Write to us with your reference and we withdraw your response: it is no longer shown "
        "or counted. We keep the fact that there was one, so that the figures add up.</p>",
    ),
)

ACCESSIBILITY = Text(
    slug="accessibility",
    title="Accessibility",
    summary="What this site does so that everyone can use it, and whom to tell when it fails.",
    parts=(
        "<p>We want everyone to be able to read what is proposed and to answer it. Our aim is the "
        "standard WCAG 2.2 at level AA.</p>",
        "What you can do here",
        "<ul>"
        "<li>Use everything with a keyboard alone, and without JavaScript.</li>"
        "<li>Make the text four times as large, or read on a narrow telephone, without moving "
        "sideways.</li>"
        "<li>Read in light or dark colours, as your device is set.</li>"
        "<li>Print any page: menus and buttons stay off the paper.</li>"
        "</ul>",
        "What may not work",
        "<p>Documents that others sent to us, and documents older than this site, may not be "
        "readable with a screen reader. Ask, and we send you the text.</p>",
        "Other ways to answer",
        "<p>You can have the draft in large print, and you can answer on paper, by telephone or at "
        "a drop-in. Each counts like an answer on this site.</p>",
        "When something fails",
        "<p>Write to <a href='mailto:consultations@example.org'>consultations@example.org</a> or "
        "ring 01632 960 440 and say which page it was. We answer within five working days. If we "
        "do not put it right, you can turn to the Equality Advisory and Support Service.</p>",
    ),
)
