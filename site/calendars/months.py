"""Counting in months."""

import calendar


def months_before(moment, months):
    """The same day so many months earlier, or the last of that month."""
    month = moment.month - 1 - months
    year, month = moment.year + month // 12, month % 12 + 1
    day = min(moment.day, calendar.monthrange(year, month)[1])
    return moment.replace(year=year, month=month, day=day)
