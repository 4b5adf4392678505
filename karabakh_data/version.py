"""The version number, written here and nowhere else: the build backend and the package both read it."""

__version__ = "0.1.0"
