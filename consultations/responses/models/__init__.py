from .access import SpentLink
from .attachments import CommentAttachment
from .baskets import BasketKey, DraftComment, ResponseDraft
from .channels import AttachedFile, ChannelEntry, ProcessFeedback, SecondKeying
from .equality import EqualityPool, EqualityRecord
from .questions import Question, Questionnaire, QuestionnaireUse, QuestionnaireVersion
from .responses import Answer, AnswerChoice, Comment, Respondent, Response
from .translations import Translation
from .workspaces import GroupStatement, Workspace, WorkspaceAnswer

__all__ = [
    "Answer",
    "AnswerChoice",
    "AttachedFile",
    "BasketKey",
    "ChannelEntry",
    "Comment",
    "CommentAttachment",
    "DraftComment",
    "EqualityPool",
    "EqualityRecord",
    "GroupStatement",
    "ProcessFeedback",
    "Question",
    "Questionnaire",
    "QuestionnaireUse",
    "QuestionnaireVersion",
    "Respondent",
    "Response",
    "ResponseDraft",
    "SecondKeying",
    "SpentLink",
    "Translation",
    "Workspace",
    "WorkspaceAnswer",
]
