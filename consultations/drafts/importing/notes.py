"""What the editor should know about a reading, in sentences."""

from dataclasses import dataclass, field


@dataclass
class Noted:
    """Counted while reading, said once at the end."""

    inner_links: int = 0
    guessed_headers: int = 0
    merged_cells: int = 0
    without_alternative: int = 0
    elsewhere: int = 0
    unusable_pictures: int = 0
    text_boxes: int = 0
    comments: int = 0
    changes: int = 0
    others: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        if sentence not in self.others:
            self.others.append(sentence)

    def sentences(self) -> tuple[str, ...]:
        counted = [
            _count(
                self.changes,
                "The file has a tracked change. It was read as accepted.",
                "The file has {n} tracked changes. They were read as accepted.",
            ),
            _count(
                self.comments,
                "A comment in the margin was left out.",
                "{n} comments in the margin were left out.",
            ),
            _count(
                self.text_boxes,
                "The words of a text box stand where it was anchored: check their place.",
                "The words of {n} text boxes stand where they were anchored: check their places.",
            ),
            _count(
                self.without_alternative,
                "A picture has no alternative text. Describe it before publishing.",
                "{n} pictures have no alternative text. Describe them before publishing.",
            ),
            _count(
                self.elsewhere,
                "A picture is not in the file but elsewhere, and was not fetched.",
                "{n} pictures are not in the file but elsewhere, and were not fetched.",
            ),
            _count(
                self.unusable_pictures,
                "A picture in a format that web pages cannot show was left out.",
                "{n} pictures in formats that web pages cannot show were left out.",
            ),
            _count(
                self.guessed_headers,
                "The first row of a table was taken for its headings: check it.",
                "The first rows of {n} tables were taken for their headings: check them.",
            ),
            _count(
                self.merged_cells,
                "A table has merged cells. Their words stand in the first of them: check it.",
                "{n} tables have merged cells. Their words stand in the first of them: check them.",
            ),
            _count(
                self.inner_links,
                "A link that leads to no page of the web was kept as its words.",
                "{n} links that lead to no page of the web were kept as their words.",
            ),
        ]
        return (*self.others, *(sentence for sentence in counted if sentence))


def _count(number: int, one: str, many: str) -> str:
    return "" if not number else one if number == 1 else many.format(n=number)
