"""Row models of where everything comes from: articles, their passages, and the claims that rest on them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from karabakh_data.model.column import PATH, SHA256, SLUG, authored, coded, derived
from karabakh_data.model.row import Row


class Source(Row):
    """An article."""

    table: ClassVar[str] = "sources"
    one_row_is: ClassVar[str] = "an article"
    key: ClassVar[tuple[str, ...]] = ("source_id",)

    source_id: Annotated[str, authored("The article's id.", pattern=SLUG)]
    title: Annotated[
        str | None,
        coded("The article's title as printed; null where the capture has none.", max_length=160, resolution="wording"),
    ]
    publisher: Annotated[
        str | None,
        coded("Who published the capture, where the text shows it.", max_length=100, resolution="wording"),
    ]
    author: Annotated[str | None, coded("The byline.", max_length=100, resolution="wording")]
    origin: Annotated[
        str | None,
        coded("The outlet whose text it reprints, where the text shows it.", max_length=100, resolution="wording"),
    ]
    dateline: Annotated[str | None, coded("The dateline as printed.", max_length=100, resolution="wording")]
    language: Annotated[str, authored("The language of the text, as an ISO 639-1 code.", pattern="^[a-z]{2}$")]
    published_edtf: Annotated[str | None, coded("When it was published, in EDTF.", form="edtf", resolution="date")]
    published_basis: Annotated[
        str | None,
        derived(
            "How the date of publication is known.",
            vocabulary="published_basis",
            rule="stated where a claim on published_edtf has that basis, else inferred",
        ),
    ]
    url: Annotated[
        str | None, authored("The article's address, where the capture shows it.", pattern="^https?://[!-~]+$")
    ]
    raw_path: Annotated[str, derived("Where the text stands in the repository.", rule="raw/, source_id, /article.txt")]
    sha256: Annotated[str, authored("The SHA-256 of the file's bytes, lower-case hexadecimal.", pattern=SHA256)]
    char_count: Annotated[
        int, derived("How long the text is.", unit="Unicode code points", minimum=1, rule="length of the text")
    ]
    rights: Annotated[str, authored("To whom the text belongs.", max_length=300)]
    framing: Annotated[str, authored("Our note on the article's loaded language and point of view.", max_length=1200)]


class Passage(Row):
    """A stretch of an article; together the passages tile it."""

    table: ClassVar[str] = "passages"
    one_row_is: ClassVar[str] = (
        "a stretch of an article; every character that is not white space lies in exactly one passage"
    )
    key: ClassVar[tuple[str, ...]] = ("passage_id",)

    passage_id: Annotated[str, authored("The passage's id.", pattern=SLUG)]
    source_id: Annotated[str, authored("The article.", references="sources.source_id", pattern=SLUG)]
    seq: Annotated[int, derived("The passage's place in its article, from 1.", minimum=1, rule="order in the text")]
    char_start: Annotated[
        int, authored("Where it starts in the article.", unit="Unicode code points from 0", minimum=0)
    ]
    char_end: Annotated[int, authored("Where it ends, exclusive.", unit="Unicode code points from 0", minimum=1)]
    role: Annotated[str, authored("What it is in the make-up of the article.", vocabulary="passage_role")]
    disposition: Annotated[
        str,
        derived(
            "Whether claims rest on it.", vocabulary="disposition", rule="coded where a claim lies in it, else no_fact"
        ),
    ]
    reason: Annotated[
        str | None, authored("Why nothing is coded from it; required where it states no fact.", max_length=200)
    ]


class Claim(Row):
    """One source says one value of one field of one record."""

    table: ClassVar[str] = "claims"
    one_row_is: ClassVar[str] = "one value of one field of one record, as one source says it"
    key: ClassVar[tuple[str, ...]] = ("claim_id",)

    claim_id: Annotated[
        str,
        derived("The claim's id.", pattern=SLUG, rule="source_id and a hash of what is claimed and where it stands"),
    ]
    record_table: Annotated[str, authored("The table of the record.", pattern="^[a-z_]+$")]
    record_id: Annotated[
        str,
        authored("The record; of a link table, its key columns joined by /.", record_of="record_table", pattern=PATH),
    ]
    field: Annotated[str, authored("The column of the record.", pattern="^[a-z0-9_]+$")]
    value: Annotated[
        str,
        authored("The value, as canonical text: ISO date or EDTF, decimal integer, id, term or plain text."),
    ]
    source_id: Annotated[str, authored("The article.", references="sources.source_id", pattern=SLUG)]
    passage_id: Annotated[
        str, authored("The passage in which the quotation lies.", references="passages.passage_id", pattern=SLUG)
    ]
    char_start: Annotated[
        int, authored("Where the quotation starts in the article.", unit="Unicode code points from 0", minimum=0)
    ]
    char_end: Annotated[
        int, authored("Where the quotation ends, exclusive.", unit="Unicode code points from 0", minimum=1)
    ]
    quote: Annotated[
        str,
        derived(
            "The words on which the claim rests.",
            max_length=160,
            rule="the article's text from char_start to char_end",
        ),
    ]
    attributed_to: Annotated[
        str | None,
        authored(
            "The one whom the article has say it; null for the article's own voice.",
            references="actors.actor_id",
            pattern=SLUG,
        ),
    ]
    stance: Annotated[str, authored("How the speaker stands to the value.", vocabulary="stance")]
    basis: Annotated[str, authored("How the value comes from the words.", vocabulary="basis")]
    in_conflict: Annotated[
        bool,
        derived(
            "Whether what is claimed of this field of this record cannot all be true.",
            rule="true of each claim on a field whose claims its rule of resolution cannot make one value of, or of "
            "which one asserts what another denies; and of the claims on both sides where sources between them put a "
            "part outside its whole, a bound outside the others or an outcome outside its dates",
        ),
    ]
    note: Annotated[
        str | None,
        authored("The step from the words to the value; required unless the value is stated.", max_length=300),
    ]
