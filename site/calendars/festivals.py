"""Major festivals of the faiths most widely kept in England, as dates from 2010 to 2030.

Sources and limits. Jewish days follow the fixed Hebrew calendar and are exact; each begins on the
evening before. Muslim days follow the Umm al-Qura calendar of Mecca: where the moon is watched for,
or another authority is followed, they may fall a day or two earlier or later. Diwali is the day of
the new moon as listed in the Indian central calendar; communities may keep the day beside it.
Vaisakhi is 13 or 14 April. Outside these years nothing is known, and nothing is said. Christian
feasts that are bank holidays are in `bank_holidays` and in `seasons`.
"""

from dataclasses import dataclass
from datetime import date, timedelta

DATES = {
    "Ramadan": (
        "2010-08-11 2011-08-01 2012-07-20 2013-07-09 2014-06-28 2015-06-18 2016-06-06 "
        "2017-05-27 2018-05-16 2019-05-06 2020-04-24 2021-04-13 2022-04-02 2023-03-23 "
        "2024-03-11 2025-03-01 2026-02-18 2027-02-08 2028-01-28 2029-01-16 2030-01-05 "
        "2030-12-26"
    ),
    "Eid al-Fitr": (
        "2010-09-10 2011-08-30 2012-08-19 2013-08-08 2014-07-28 2015-07-17 2016-07-06 "
        "2017-06-25 2018-06-15 2019-06-04 2020-05-24 2021-05-13 2022-05-02 2023-04-21 "
        "2024-04-10 2025-03-30 2026-03-20 2027-03-09 2028-02-26 2029-02-14 2030-02-04"
    ),
    "Eid al-Adha": (
        "2010-11-16 2011-11-06 2012-10-26 2013-10-15 2014-10-04 2015-09-23 2016-09-11 "
        "2017-09-01 2018-08-21 2019-08-11 2020-07-31 2021-07-20 2022-07-09 2023-06-28 "
        "2024-06-16 2025-06-06 2026-05-27 2027-05-16 2028-05-05 2029-04-24 2030-04-13"
    ),
    "Passover": (
        "2010-03-30 2011-04-19 2012-04-07 2013-03-26 2014-04-15 2015-04-04 2016-04-23 "
        "2017-04-11 2018-03-31 2019-04-20 2020-04-09 2021-03-28 2022-04-16 2023-04-06 "
        "2024-04-23 2025-04-13 2026-04-02 2027-04-22 2028-04-11 2029-03-31 2030-04-18"
    ),
    "Rosh Hashanah": (
        "2010-09-09 2011-09-29 2012-09-17 2013-09-05 2014-09-25 2015-09-14 2016-10-03 "
        "2017-09-21 2018-09-10 2019-09-30 2020-09-19 2021-09-07 2022-09-26 2023-09-16 "
        "2024-10-03 2025-09-23 2026-09-12 2027-10-02 2028-09-21 2029-09-10 2030-09-28"
    ),
    "Yom Kippur": (
        "2010-09-18 2011-10-08 2012-09-26 2013-09-14 2014-10-04 2015-09-23 2016-10-12 "
        "2017-09-30 2018-09-19 2019-10-09 2020-09-28 2021-09-16 2022-10-05 2023-09-25 "
        "2024-10-12 2025-10-02 2026-09-21 2027-10-11 2028-09-30 2029-09-19 2030-10-07"
    ),
    "Vaisakhi": (
        "2010-04-14 2011-04-14 2012-04-13 2013-04-13 2014-04-14 2015-04-14 2016-04-13 "
        "2017-04-14 2018-04-14 2019-04-14 2020-04-13 2021-04-14 2022-04-14 2023-04-14 "
        "2024-04-13 2025-04-13 2026-04-14 2027-04-14 2028-04-13 2029-04-14 2030-04-14"
    ),
    "Diwali": (
        "2010-11-05 2011-10-26 2012-11-13 2013-11-03 2014-10-23 2015-11-11 2016-10-30 "
        "2017-10-19 2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 "
        "2024-10-31 2025-10-20 2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26"
    ),
}
# How many days are kept; the others are kept for one. Ramadan ends with Eid al-Fitr.
LENGTHS = {"Passover": 8, "Rosh Hashanah": 2}


@dataclass(frozen=True)
class Festival:
    name: str
    first: date
    last: date


def _all():
    for name, days in DATES.items():
        for day in map(date.fromisoformat, days.split()):
            last = _eve_of_eid(day) if name == "Ramadan" else None
            length = timedelta(days=LENGTHS.get(name, 1) - 1)
            yield Festival(name, day, last or day + length)


def _eve_of_eid(first_fast):
    """The last day of this Ramadan; of one whose Eid lies beyond the data, its 29th."""
    month = timedelta(days=29), timedelta(days=30)
    ends = {date.fromisoformat(day) for day in DATES["Eid al-Fitr"].split()}
    found = [first_fast + days for days in month if first_fast + days in ends]
    return (found[0] if found else first_fast + month[0]) - timedelta(days=1)


FESTIVALS = tuple(sorted(_all(), key=lambda festival: festival.first))


def festivals_between(first: date, last: date) -> list[Festival]:
    """Every festival with at least one day from the first day to the last, in their order."""
    return [each for each in FESTIVALS if each.first <= last and each.last >= first]
