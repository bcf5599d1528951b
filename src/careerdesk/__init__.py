"""CareerDesk: an offline career explorer for school computer labs."""

__version__ = "0.1.0"
