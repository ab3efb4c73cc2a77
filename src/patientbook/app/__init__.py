"""The app: Voilà, with the guide's pages in front of it."""

from .application import PatientbookApp

__all__ = ["PatientbookApp"]
