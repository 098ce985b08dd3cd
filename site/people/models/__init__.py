from .board import BoardMembership
from .organisations import Organisation
from .roles import DoneOnce
from .users import User

__all__ = ["BoardMembership", "DoneOnce", "Organisation", "User"]
