from .access import SpentLink
from .attachments import CommentAttachment
from .baskets import BasketKey, DraftComment, ResponseDraft
from .questions import Question, Questionnaire, QuestionnaireUse, QuestionnaireVersion
from .responses import Answer, AnswerChoice, Comment, Respondent, Response

__all__ = [
    "Answer",
    "AnswerChoice",
    "BasketKey",
    "Comment",
    "CommentAttachment",
    "DraftComment",
    "Question",
    "Questionnaire",
    "QuestionnaireUse",
    "QuestionnaireVersion",
    "Respondent",
    "Response",
    "ResponseDraft",
    "SpentLink",
]
