"""How to read the tables, in words: what the codebook begins with."""

from __future__ import annotations

READING = """\
**Claims come first.** The base table is `claims`: one row says that one article gives one value to one field of one
record, in which words, in whose name, and whether it asserts, denies or questions it. Everything of origin *coded* in
the other tables is made from claims by the rules below, and by nothing else. So each value can be followed to the words
behind it, and the same rules give the tables as some of the articles alone would have them; where an article prints no
year, and only others do, its dates are then missing.

**Disagreement is kept.** Where claims cannot all be true, nothing is averaged and no article outranks another: each
is marked (`claims.in_conflict`, and of events and places `disputed`), and they stand side by side. Claims on one field
are in conflict where its rule finds no value that all of them allow, or where one asserts what another denies. Claims
on several are, where articles differ over how they fit: a part dated outside its whole, a figure above the total that
includes it or outside another's bounds, wholes that lead round in a circle, an outcome that the dates or the status
of its event rule out. A difference in precision is no dispute.

**Null** means that no article says it, that articles contradict each other on it (then claims on it are in conflict),
or that the authority has no such identifier. It never means zero or no.

**Dates** are texts in EDTF (ISO 8601-2): `2020-11` is some time in November 2020, `2020-11-15?` an uncertain day,
`2020-11-15/2020-11-25` a span, `../2020-11-10` until that day, `[2020-11-15,2020-11-25]` one of two days between which
articles differ. The columns with days are derived from them.

**Ids** are names for people: lower-case words joined by hyphens. They are not to be parsed, are never used again for
another record, and do not change once released. The id of a row of a link table is its key columns joined by `/`.

**Offsets** count Unicode code points of the article's text from 0; the end is exclusive. The articles belong to their
publishers and are no part of the data set; only the quotations on which claims rest are."""
