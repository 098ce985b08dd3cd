import random
from itertools import combinations

from tests.toolkit.domain.test_finder import demo_methods
from toolkit.domain.methods import Method
from toolkit.domain.mixing import Mix, cheapest_mix, covers, uncovered, wants

AUDIENCES = ["young", "older", "carers", "shifts", "faith", "languages"]


def make_method(key, **fields):
    given = {
        "evidence": frozenset({"counts", "reasons"}),
        "modes": frozenset({"in-person"}),
        "reaches": frozenset({"young"}),
    }
    return Method(key=key, title=f"Method {key}", **given | fields)


def by_brute_force(methods, audiences, level):
    """The best of all sets of one to four, each of them looked at."""
    needed = set(wants(audiences, level))
    mixes = (
        Mix(tuple(sorted(chosen, key=lambda method: (method.title, method.key))))
        for size in range(1, 5)
        for chosen in combinations(methods, size)
        if set().union(*(covers(method, audiences, level) for method in chosen)) >= needed
    )
    return min(mixes, key=lambda mix: mix.rank, default=None)


def some_of(chance, values, *, fewest):
    return frozenset(chance.sample(values, chance.randint(fewest, 2)))


def random_case(chance):
    methods = [
        make_method(
            key,
            cost=chance.choice([0, 100, 100, 250, 400, 900]),
            staff_days_max=chance.randint(1, 5),
            lowest_level=(lowest := chance.randint(1, 4)),
            highest_level=chance.randint(lowest, 5),
            evidence=frozenset(
                chance.sample(["counts", "reasons", "places"], chance.randint(0, 2))
            ),
            modes=frozenset(chance.sample(["online", "in-person", "post"], chance.randint(1, 2))),
            reaches=frozenset(chance.sample(AUDIENCES, chance.randint(0, 3))),
        )
        for key in range(chance.randint(1, 12))
    ]
    return methods, chance.sample(AUDIENCES, chance.randint(1, 5)), chance.choice([None, 2, 3])


def test_the_mix_is_the_best_of_all_in_two_hundred_random_cases():
    chance = random.Random(2010)
    found = 0

    for _ in range(200):
        methods, audiences, level = random_case(chance)
        mix = cheapest_mix(methods, audiences=audiences, level=level)
        assert mix == by_brute_force(methods, audiences, level)
        found += mix is not None

    assert 50 < found < 200


def test_the_order_of_the_methods_changes_nothing():
    chance = random.Random(7)
    methods = list(demo_methods())
    mixes = []
    for _ in range(5):
        chance.shuffle(methods)
        mixes.append(cheapest_mix(methods, audiences=["young", "shifts", "faith", "deaf"], level=3))

    assert mixes[0] is not None
    assert mixes == mixes[:1] * 5


def test_the_mix_gives_counts_and_reasons_and_a_way_without_a_computer():
    online = make_method(1, cost=10, modes=frozenset({"online"}))
    stories = make_method(2, cost=20, evidence=frozenset({"reasons"}))
    both = make_method(3, cost=40)

    assert cheapest_mix([online, stories, both], audiences=["young"]).methods == (online, stories)
    assert cheapest_mix([online], audiences=["young"]) is None
    assert uncovered([online], audiences=["young", "deaf"]) == ["deaf", "offline"]


def test_equal_costs_are_decided_by_staff_then_number_then_name():
    first = make_method(1, cost=100)
    second = make_method(2, cost=100)
    slow = make_method(0, cost=100, staff_days_max=9)

    assert cheapest_mix([slow, second, first], audiences=["young"]).methods == (first,)


def test_no_mix_has_more_than_four_methods():
    five = [
        make_method(key, reaches=frozenset({audience}))
        for key, audience in enumerate(AUDIENCES[:5])
    ]

    assert cheapest_mix(five, audiences=AUDIENCES[:4]).methods == tuple(five[:4])
    assert cheapest_mix(five, audiences=AUDIENCES[:5]) is None
    assert uncovered(five, audiences=AUDIENCES[:5]) == []
