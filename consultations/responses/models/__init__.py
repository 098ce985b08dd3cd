from .baskets import DraftComment, ResponseDraft
from .questions import Question, Questionnaire, QuestionnaireUse, QuestionnaireVersion
from .responses import Answer, AnswerChoice, Comment, Respondent, Response

__all__ = [
    "Answer",
    "AnswerChoice",
    "Comment",
    "DraftComment",
    "Question",
    "Questionnaire",
    "QuestionnaireUse",
    "QuestionnaireVersion",
    "Respondent",
    "Response",
    "ResponseDraft",
]
