"""The questions an editor may put into a form."""

from wagtail import blocks

from .asides import (
    ConsentsBlock,
    GroupRecordBlock,
    InformationBlock,
    OfferBlock,
    OfficersBlock,
)
from .checks import EvidenceBlock, FactCheckBlock, ImpactBlock
from .choices import (
    ChoiceBlock,
    MatrixBlock,
    MultiBlock,
    OptionsBlock,
    PlaceBlock,
    PostcodeBlock,
    PrioritiesBlock,
)
from .words import CommentBlock, DateBlock, LineBlock, NumberBlock, StanceBlock, WordingBlock

__all__ = ["QuestionsBlock"]


class QuestionsBlock(blocks.StreamBlock):
    """Named as in `QuestionKind`; a block's id is the question's lasting key."""

    stance = StanceBlock(group="About the text")
    comment = CommentBlock(group="About the text")
    wording = WordingBlock(group="About the text")
    fact_check = FactCheckBlock(group="About the text")
    choice = ChoiceBlock(group="To choose from")
    multi = MultiBlock(group="To choose from")
    options = OptionsBlock(group="To choose from")
    priorities = PrioritiesBlock(group="To choose from")
    matrix = MatrixBlock(group="To choose from")
    place = PlaceBlock(group="To choose from")
    postcode = PostcodeBlock(group="To choose from")
    line = LineBlock(group="To write in")
    number = NumberBlock(group="To write in")
    date = DateBlock(group="To write in")
    impact = ImpactBlock(group="What people know")
    evidence = EvidenceBlock(group="What people know")
    group_record = GroupRecordBlock(group="What people know")
    offer = OfferBlock(group="Around the questions")
    consents = ConsentsBlock(group="Around the questions")
    information = InformationBlock(group="Around the questions")
    officers = OfficersBlock(group="Around the questions")
