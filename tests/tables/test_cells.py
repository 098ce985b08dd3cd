import pytest

from tables.cells import csv_lines, harmless


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@x", "\t=1", "\r=1", " =1", "＝1"])
def test_what_a_spreadsheet_takes_for_a_formula_is_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Amina", "a=b", "", 7, -7, None])
def test_anything_else_stays_as_it_is(value):
    assert harmless(value) == value


def test_lines_come_one_by_one_and_headings_are_harmless_too():
    lines = csv_lines(["Name", "=x"], iter([["Amina, B", "@y"], ["Ben", 2]]))

    assert list(lines) == ["\ufeffName,'=x\r\n", '"Amina, B",\'@y\r\n', "Ben,2\r\n"]
