"""Rows of text that go out as CSV, safe to open in a spreadsheet."""

import csv

# What a spreadsheet takes for the beginning of a formula.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else


def harmless(value):
    """Text that no spreadsheet takes for a formula; what is no text stays as it is."""
    is_formula = isinstance(value, str) and value.lstrip(" \n").startswith(STARTS_A_FORMULA)
    return f"'{value}" if is_formula else value


class _Echo:
    def write(self, line):
        return line


def csv_lines(headings, rows):
    """One line after another, so that a long table is never in memory as a whole."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow([harmless(heading) for heading in headings])
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])
