from .consultation import ConsultationIndexPage, ConsultationPage, ConsultationQuerySet

__all__ = ["ConsultationIndexPage", "ConsultationPage", "ConsultationQuerySet"]
