"""What was asked about grants, and what came of it."""

FILES = ("grants_1.txt", "grants_2.txt")

AIMS = (
    "Keep going what works",
    "Start something new",
    "Reach people whom nobody else",
    "Bring more money into the borough",
)

PLAIN_SUMMARIES = {
    "What grants do today": (
        "<p>How much the council gives, to how many, and how it decides. Nothing here is a "
        "proposal; correct us where we are wrong.</p>"
    ),
    "What grants could aim for": (
        "<p>Four things that grants could be for. There is money for about two.</p>"
    ),
    "How we could decide": (
        "<p>Three ways of making decisions quicker, more open and more useful to those who hear "
        "“no”.</p>"
    ),
}

OUTCOME = {
    "title": "What came of it",
    "summary": "We asked what grants should achieve, you told us, and this is what was decided.",
    "decision_maker": "Cabinet",
    "asked": (
        "<p>What should the council’s grants achieve? We offered four aims, said that there was "
        "money for about two, and proposed three changes to the way we decide. Every word could "
        "change; the sum for this year could not.</p>"
        "<p>The paper was open for eight weeks. We sent it to every group we knew of and took it "
        "to all Community Forums.</p>"
    ),
    "said": (
        "<p>38 responses came: 27 from people and 11 from groups. They are those who chose to "
        "answer, and not a picture of the whole borough. Seven things came up again and again:</p>"
        "<ol>"
        "<li>Running costs come first: rent, heating, somebody to answer the telephone.</li>"
        "<li>Small sums should be small work: two pages at most, and a quick answer.</li>"
        "<li>Tell funded groups early what happens when their agreement ends.</li>"
        "<li>Once a year is too seldom.</li>"
        "<li>Say why you refuse, so that the next application is better.</li>"
        "<li>Let residents advise, but not always the same ones.</li>"
        "<li>Leave room for groups without a constitution or a bank account.</li>"
        "</ol>"
        "<p>Not everybody agreed. On bringing in money from elsewhere some saw a key to other "
        "funds, and others a reward for those who are good at forms. Some who wrote of the larger "
        "grants wanted a limit on how often the same organisation is funded; the organisations "
        "that hold one did not.</p>"
    ),
    "did": (
        "<h3>Accepted</h3><ul>"
        "<li>Running costs and small new things become the two aims of the programme.</li>"
        "<li>From next year we decide twice, in spring and in autumn.</li>"
        "<li>Below £2,000 the form has two pages and can be saved half-way.</li>"
        "<li>Every refusal says what would have made the difference.</li>"
        "</ul><h3>Accepted in part</h3><ul>"
        "<li>Residents will advise on small grants, six at a time and drawn by lot. Cabinet still "
        "decides, since the law asks it to.</li>"
        "<li>Groups with an agreement hear three months before it ends. A year, as some asked, is "
        "not possible: the budget is only set in February.</li>"
        "<li>An organisation may hold a small grant for a group without a bank account. We try it "
        "for a year.</li>"
        "</ul><h3>Not accepted</h3><ul>"
        "<li>A limit on how often an organisation is funded. Some work is needed every year, and "
        "we would rather see that it stays good.</li>"
        "</ul><p>The paragraphs on grants in the "
        "<a href='/consultations/thriving-vcs-strategy/'>draft strategy</a> take this up.</p>"
    ),
}
# Days from today: Cabinet decides, and a week later the answer is public.
DECIDED, SIGNED_OFF, ANSWERED = -128, -124, -121
