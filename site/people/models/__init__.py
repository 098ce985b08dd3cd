from .areas import Area, AreaQuerySet
from .board import BoardMembership, Interest
from .organisations import Organisation
from .postcodes import PostcodePrefix
from .roles import DoneOnce
from .users import User

__all__ = [
    "Area",
    "AreaQuerySet",
    "BoardMembership",
    "DoneOnce",
    "Interest",
    "Organisation",
    "PostcodePrefix",
    "User",
]
