"""How far two people who code the same articles, the second without sight of the first, come to the same facts.

>>> measures = measure(Path("."))  # doctest: +SKIP
>>> print(measures.as_json())  # doctest: +SKIP
"""

from karabakh_data.coding.reliability.codings import CodingError
from karabakh_data.coding.reliability.measures import Agreed, Found, Measures, measure

__all__ = ["Agreed", "CodingError", "Found", "Measures", "measure"]
