"""The questions an editor may put into a form."""

from wagtail import blocks


class QuestionBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=200, label="Question")
    hint = blocks.CharBlock(max_length=300, required=False)


class StanceBlock(QuestionBlock):
    class Meta:
        icon = "success"
        label = "How far do you agree"
        preview_value = {"label": "How far do you agree or disagree with this?", "hint": ""}
        description = "Five points from strongly agree to strongly disagree, and “no view”."


class CommentBlock(QuestionBlock):
    class Meta:
        icon = "comment"
        label = "Comment"
        preview_value = {"label": "What would you keep, change or add, and why?", "hint": ""}
        description = "A large box for words."


class WordingBlock(QuestionBlock):
    class Meta:
        icon = "edit"
        label = "Suggested wording"
        preview_value = {"label": "How would you word it?", "hint": ""}
        description = "A box for better words, shown beside the present ones."


class ChoiceBlock(QuestionBlock):
    options = blocks.ListBlock(blocks.CharBlock(max_length=120), min_num=2)

    class Meta:
        icon = "list-ul"
        label = "One of several"
        preview_value = {
            "label": "Who should do this?",
            "hint": "",
            "options": ["The council", "Voluntary organisations", "Both together"],
        }
        description = "Radio buttons with answers of your own."


class QuestionsBlock(blocks.StreamBlock):
    """Named as in `QuestionKind`; a block's id is the question's lasting key."""

    stance = StanceBlock()
    comment = CommentBlock()
    wording = WordingBlock()
    choice = ChoiceBlock()
