"""From the articles in `raw/` to claims: one hand-reviewed script an article, and the registers they share."""

from karabakh_data.extract.article import Article, ExtractionError, Span
from karabakh_data.extract.extraction import Extraction, extract, extract_article

__all__ = ["Article", "Extraction", "ExtractionError", "Span", "extract", "extract_article"]
