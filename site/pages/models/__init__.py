from .base import PublicPage, restricted
from .home import HomePage
from .settings import FooterLink, SiteDetails
from .standard import StandardPage

__all__ = ["FooterLink", "HomePage", "PublicPage", "SiteDetails", "StandardPage", "restricted"]
