from .base import PublicPage, restricted, title_above
from .home import HomePage
from .settings import FooterLink, SiteDetails
from .standard import StandardPage

__all__ = [
    "FooterLink",
    "HomePage",
    "PublicPage",
    "SiteDetails",
    "StandardPage",
    "restricted",
    "title_above",
]
