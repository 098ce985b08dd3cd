"""Ways of engaging people for the toolkit of the worked example, with estimates to plan by."""

from dataclasses import dataclass

from toolkit.enums import CostBand, Level


@dataclass(frozen=True)
class DemoMethod:
    """`steps` are pairs: what is done in a few words, and how."""

    slug: str
    title: str
    summary: str
    levels: tuple
    people: tuple
    weeks_to_prepare: int
    cost_band: CostBand
    works_well_for: str
    often_misses: str
    steps: tuple


INDEX_TITLE = "Toolkit"
INDEX_SUMMARY = "Ways of engaging people: what each is good for, whom it misses and what it takes."

METHODS = (
    DemoMethod(
        slug="comments-on-a-draft",
        title="Comments on a draft, passage by passage",
        summary="Everyone reads the same text and comments at the very words they mean.",
        levels=(Level.CONSULTATION, Level.DELIBERATION),
        people=(20, 500),
        weeks_to_prepare=3,
        cost_band=CostBand.A,
        works_well_for="Strategies, policies and codes, where the wording decides what happens. "
        "It shows which sentence people would change, and into what.",
        often_misses="People who will not read twenty pages. Put a plain summary before each "
        "section, ask two or three quick questions, and take the draft on paper to where they are.",
        steps=(
            ("Divide the draft.", "Number its passages and say of each what can still change."),
            (
                "Publish it.",
                "Give at least eight weeks, or say why not; offer paper and large print.",
            ),
            ("Read as it comes.", "Look each week at who is missing and go to meet them."),
            ("Answer.", "Show every passage that changed, and the comments it changed because of."),
        ),
    ),
    DemoMethod(
        slug="drop-in-session",
        title="Drop-in session",
        summary="A staffed table in a place people use anyway: come and go as you like.",
        levels=(Level.INFORMATION, Level.DELIBERATION),
        people=(20, 150),
        weeks_to_prepare=4,
        cost_band=CostBand.B,
        works_well_for="Explaining a hard choice face to face, and hearing from people who would "
        "never speak at a meeting.",
        often_misses="People who work shifts or look after others. Run it twice, at different "
        "hours and in different places, and say that children are welcome.",
        steps=(
            ("Choose the place.", "A library, a market, a clinic: step-free and on a bus route."),
            (
                "Prepare the table.",
                "Three panels at most, cards to write on, the text in large print.",
            ),
            ("Listen first.", "Write down what is said and read it back before it is counted."),
            ("Write it up.", "Within a week, with how many came and what was not asked."),
        ),
    ),
    DemoMethod(
        slug="community-forum-item",
        title="Item at a Community Forum",
        summary="The area’s own forum takes the matter onto its agenda and sends in its notes.",
        levels=(Level.INFORMATION, Level.COLLABORATION),
        people=(10, 40),
        weeks_to_prepare=2,
        cost_band=CostBand.A,
        works_well_for="Matters that touch one area, and people who trust their forum more than "
        "the council. A standing item lets the talk go on from one meeting to the next.",
        often_misses="People under thirty and people new to the area. Share the slot with a youth "
        "group or a school, and take the same questions to a place where newcomers meet.",
        steps=(
            ("Ask the chair.", "Agree what the forum is asked, and how long it has."),
            ("Send one page.", "Ten days before, with what is decided and what is not."),
            ("Let members talk.", "Ten minutes to explain, the rest for them."),
            ("Agree the notes.", "The forum approves its own record before anyone counts it."),
        ),
    ),
    DemoMethod(
        slug="focus-group",
        title="Focus group",
        summary="Eight people, ninety minutes, one subject: not how many think it, but why.",
        levels=(Level.CONSULTATION, Level.DELIBERATION),
        people=(12, 60),
        weeks_to_prepare=4,
        cost_band=CostBand.B,
        works_well_for="Understanding a surprising result, or trying out words before a whole "
        "borough has to read them. Plan two to six groups; one alone tells you about its members.",
        often_misses="Quiet people, and those who cannot give up an evening. Begin in pairs, let "
        "people write first, and pay for travel and care.",
        steps=(
            ("Decide who.", "Six to ten people who have something in common, asked one by one."),
            ("Write a guide.", "Five open questions, from easy to hard."),
            ("Hold it.", "One person leads and another takes notes; neither defends the proposal."),
            ("Compare.", "Look for what several groups said, and for what only one did."),
        ),
    ),
    DemoMethod(
        slug="workshop-with-voluntary-organisations",
        title="Workshop with voluntary organisations",
        summary="Half a day in which groups and officers weigh the choices before a draft exists.",
        levels=(Level.DELIBERATION, Level.DELIBERATION),
        people=(15, 60),
        weeks_to_prepare=5,
        cost_band=CostBand.C,
        works_well_for="Shaping something early, when a good argument can still turn it round, and "
        "hearing what a rule would do to organisations of different sizes.",
        often_misses="Groups without paid staff, for whom a weekday costs a day’s wage. Hold a "
        "second one in the evening, pay expenses and keep places for the smallest.",
        steps=(
            ("Frame the choices.", "Two or three real options, each with what it would cost."),
            ("Mix the tables.", "Large and small groups, funders and funded, with a trained host."),
            ("Work, then rank.", "Discuss every option before anyone chooses between them."),
            ("Send it round.", "The record goes to all who came, and they correct it."),
        ),
    ),
    DemoMethod(
        slug="outreach-visits",
        title="Outreach visits",
        summary="We come to you: the lunch club, the mosque, the food bank, the school gate.",
        levels=(Level.CONSULTATION, Level.CONSULTATION),
        people=(10, 60),
        weeks_to_prepare=2,
        cost_band=CostBand.A,
        works_well_for="People who are seldom heard and owe the council no visit. The figures are "
        "for one visit; five to ten make a picture.",
        often_misses="Whoever the host would rather not have heard. Bring cards that people can "
        "fill in by themselves and hand over folded.",
        steps=(
            ("Ask the host.", "Agree time, language and what the group gets out of it."),
            ("Go in twos.", "One talks, one writes; be there before it starts and help clear up."),
            ("Ask little.", "Three questions in plain words, and time for what they want to say."),
            ("Go back.", "Tell the same people what came of it."),
        ),
    ),
    DemoMethod(
        slug="citizens-panel",
        title="Citizens’ panel",
        summary="Several hundred residents, chosen to mirror the borough, asked every few months.",
        levels=(Level.CONSULTATION, Level.DELIBERATION),
        people=(300, 1200),
        weeks_to_prepare=12,
        cost_band=CostBand.D,
        works_well_for="Seeing whether things get better or worse over the years, with figures "
        "that do not depend on who happened to hear of it.",
        often_misses="People who move often, and after some time everyone who has had enough. "
        "Renew a third each year, and ask for more members where too few answer.",
        steps=(
            ("Draw the sample.", "From addresses, by area, age and sex; invite by post."),
            ("Keep it small.", "Ten minutes, three times a year, on paper or online."),
            ("Report each time.", "The answers, the number behind them, and what was done."),
            ("Renew.", "Replace a third every year and say so beside each trend."),
        ),
    ),
    DemoMethod(
        slug="open-survey",
        title="Open survey, online and on paper",
        summary="The same questions for everybody who wants to answer them.",
        levels=(Level.CONSULTATION, Level.CONSULTATION),
        people=(50, 5000),
        weeks_to_prepare=3,
        cost_band=CostBand.B,
        works_well_for="A broad view of options that are easily explained, from many people at "
        "little cost for each.",
        often_misses="People who are not online, and all who do not care enough. Print a twin, "
        "offer the telephone, and never read the result as “the borough thinks”.",
        steps=(
            (
                "Write few questions.",
                "Each must be able to change a decision; leave out the others.",
            ),
            ("Try it on ten people.", "Two of whom read little, or in another language."),
            ("Run it.", "Watch by area and age who answers, while there is time to act on it."),
            ("Report with the base.", "Give the number who answered beside every share."),
        ),
    ),
    DemoMethod(
        slug="interviews-with-service-users",
        title="Interviews with people who use a service",
        summary="An hour alone with someone who knows the service from the other side.",
        levels=(Level.CONSULTATION, Level.CONSULTATION),
        people=(8, 30),
        weeks_to_prepare=3,
        cost_band=CostBand.B,
        works_well_for="Sensitive matters, long stories and everything that nobody would say "
        "before others.",
        often_misses="People who gave up on the service before you asked. Find them through those "
        "who help them now, and have a plan for what to do when you hear of harm.",
        steps=(
            ("Agree the rules.", "What is confidential, what is not, and who will read it."),
            ("Find people.", "Through someone they trust; offer a choice of place and of time."),
            ("Talk.", "A short guide, no form; record only if they agree."),
            ("Check.", "Send back the passages you would like to use, and wait for a yes."),
        ),
    ),
    DemoMethod(
        slug="world-cafe",
        title="World café",
        summary="Small tables, changing company, one question a round: talk that builds on itself.",
        levels=(Level.DELIBERATION, Level.DELIBERATION),
        people=(20, 200),
        weeks_to_prepare=5,
        cost_band=CostBand.B,
        works_well_for="Bringing together people who rarely meet, such as those who buy services "
        "and those who provide them.",
        often_misses="People who hear badly in a noisy room. Keep a quiet room with two tables, "
        "use microphones for the harvest, and put every question on paper.",
        steps=(
            ("Find three questions.", "Open ones, each leading to the next."),
            ("Set small tables.", "Four or five chairs, paper to write on, a host who stays."),
            ("Change every twenty minutes.", "The host tells newcomers what was said."),
            ("Gather.", "Each table gives its two best points, sorted on the wall by all."),
        ),
    ),
    DemoMethod(
        slug="photo-diary",
        title="Photo diary",
        summary="For two weeks people photograph what helps and what hinders, and say why.",
        levels=(Level.CONSULTATION, Level.COLLABORATION),
        people=(8, 60),
        weeks_to_prepare=6,
        cost_band=CostBand.B,
        works_well_for="Young people, people who speak little English and people with a learning "
        "disability: those whom words on paper leave out.",
        often_misses="People with little sight; offer a sound diary. Faces need the consent of "
        "whoever they belong to, so practise that before the first picture.",
        steps=(
            ("Explain.", "One task, a few examples, and what is not to be photographed."),
            ("Lend what is needed.", "Simple cameras, and a number to call."),
            ("Meet.", "Each chooses five pictures and writes the captions."),
            ("Show them.", "Where decisions are made, with their makers in the room."),
        ),
    ),
    DemoMethod(
        slug="model-of-a-place",
        title="Model of a place",
        summary="A table-sized model of the area on which people lay what they would change.",
        levels=(Level.CONSULTATION, Level.COLLABORATION),
        people=(30, 200),
        weeks_to_prepare=8,
        cost_band=CostBand.C,
        works_well_for="Streets, parks and estates; people who would rather point than write, "
        "children among them.",
        often_misses="People with little sight: make it to be touched and have somebody describe "
        "it. Also those who never pass by, so let it travel.",
        steps=(
            ("Build it together.", "A school or a residents’ group makes the model from card."),
            (
                "Let it travel.",
                "To shops, schools and surgeries, with cards for ideas to lay on it.",
            ),
            ("Sort the cards.", "Now, soon or later; the council, the residents or both."),
            ("Agree what is next.", "With names and dates, pinned to the model."),
        ),
    ),
    DemoMethod(
        slug="co-writing-group",
        title="Co-writing group",
        summary="Residents, groups and officers write the text together, with an equal say in it.",
        levels=(Level.COLLABORATION, Level.PARTNERSHIP),
        people=(8, 25),
        weeks_to_prepare=6,
        cost_band=CostBand.C,
        works_well_for="Rules that both sides will have to live by, such as how grants are given. "
        "What comes out is agreed text, and a list of what could not be agreed.",
        often_misses="Everyone who is not in the room. Have two chairs, one from each side, pay "
        "expenses, and put the text to open comment before it is decided.",
        steps=(
            ("Agree the mandate.", "Which text, by when, and who decides in the end."),
            ("Fill the seats.", "By open call, with places for those the matter touches most."),
            ("Write.", "Four to eight meetings; drafts are public between them."),
            ("Hand over.", "Both chairs present it, with the points left open."),
        ),
    ),
)
