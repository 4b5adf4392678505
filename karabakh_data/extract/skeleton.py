"""What a coder begins with: a source.toml to complete, and a script to fill in.

The script runs as it is. It finds a proposed passage for every word of the article and claims nothing, so that
extraction names each passage as still to be coded. What a passage is, is a guess from its look; none is dismissed by
guess, except those without any letter or digit.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.passage_words import Words, words_for
from karabakh_data.extract.registers import Registers
from karabakh_data.extract.splitting import ENDED, listed, passages, worded
from karabakh_data.model import NAMED_TABLES, Source, columns
from karabakh_data.model.edtf import MONTHS

# The words of the longest byline, dateline or subheading.
BRIEF = 12

_DATE = re.compile(
    rf"\b(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?\s\d"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:19|20)\d\d\b"
)
_RELATED = re.compile(r"\W*(?:read|see) (?:also|more)\b|\W*(?:also read|related)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d(?:[\d.,:]*\d)?")
_QUOTED = re.compile('[“”«»„"]')

_EVENT = 's.event("event-id").status("...", "words")'
HINTS = {
    "headline": f's.source.title("words"), {_EVENT}',
    "byline": 's.source.author("words")',
    "dateline": 's.source.dateline("words"), s.source.published("words")',
    "related_link": _EVENT,
    "subheading": _EVENT,
    "sentence": _EVENT,
    "boilerplate": "no letter and no digit",
}


def source_toml(content: bytes, language: str) -> str:
    """The source.toml of a new article: its hash and language, and a commented line for all else."""
    known = {"language": language, "sha256": hashlib.sha256(content).hexdigest()}
    lines = [
        "# What the article says of itself, and what we say of it. Give what the text shows, and leave the rest out.",
        '# What is to be claimed needs a line in the script: s.source.title("the words that show it").',
    ]
    for column in columns(Source):
        if column.name == "source_id" or column.definition.origin == "derived":
            continue
        need = "to be claimed" if column.definition.origin == "coded" else "may be left out"
        lines += ["", f"# {column.definition.meaning} ({need if column.nullable else 'needed'})"]
        lines.append(f'{column.name} = "{known[column.name]}"' if column.name in known else f'# {column.name} = ""')
        if column.name == "published_edtf":
            lines += ["", "# How the date follows, where it is not printed. (the note of its claim)"]
            lines.append('# published_reasoning = ""')
    return "\n".join(lines) + "\n"


def script_text(article: Article, registers: Registers) -> str:
    """The script of a new article: each proposed passage with a hint, and the registered names that stand in it."""
    lines = [
        f'"""{article.source_id}: say here in one line what the article is.',
        "",
        "The passages are proposals: merge or split them, and say what each one is. For each, claim what it says, or",
        'give no_fact="why". No words hold the name of a private person: where a passage would open with one, write',
        'text.sentence("… closing words"), which opens where the passage before it ended.',
        '"""',
        "",
        "from karabakh_data.extract.text import Text",
        "",
        "",
        "def code(text: Text) -> None:",
        "    # Registered names that stand in the article: delete the # before what is meant, and add other names.",
        *(
            f"    # text.names({', '.join(map(_literal, (entity, name)))})"
            for name, entity in _names(article.text, registers)
        ),
    ]
    before = None
    headline = False
    for span in passages(article.text):
        role = _role(article.text[span.start : span.end], headline)
        headline = headline or role in ("headline", "sentence")
        words = words_for(article, span, before)
        lines += ["", f"    # {_hint(article, span, role)}", *_call(role, words)]
        before = span if words else before
    if not any(line.startswith("    ") and not line.lstrip().startswith("#") for line in lines):
        lines.append("    pass")
    return "\n".join(lines) + "\n"


def _names(text: str, registers: Registers) -> Iterator[tuple[str, str]]:
    """The registered names in a text, with their entities: where they first stand decides the order."""
    found = [
        (match.start(), entry["name"], f"{table}/{record_id}")
        for table in NAMED_TABLES
        for record_id, entry in registers[table].items()
        if (match := re.search(rf"(?<!\w){re.escape(entry['name'])}(?!\w)", text))
    ]
    yield from ((name, entity) for _, name, entity in sorted(found))


def _role(passage: str, headline_is_past: bool) -> str:
    """What a passage may be by its look."""
    brief = len(passage.split()) <= BRIEF
    if not worded(passage):
        return "boilerplate"
    if _RELATED.match(passage):
        return "related_link"
    if ENDED.search(passage) or (headline_is_past and not brief):
        return "sentence"
    if brief and passage.startswith("By "):
        return "byline"
    if brief and _DATE.search(passage) and "://" not in passage:
        return "dateline"
    if not headline_is_past:
        return "headline"
    return "sentence" if listed(passage) and not passage.startswith("#") else "subheading"


def _hint(article: Article, span: Span, role: str) -> str:
    passage = article.text[span.start : span.end]
    parts = [f"Line {article.text.count(chr(10), 0, span.start) + 1}"]
    if numbers := list(dict.fromkeys(_NUMBER.findall(passage))):
        parts.append(f"numbers {', '.join(numbers[:5])}")
    if _QUOTED.search(passage):
        parts.append("a quotation (by whom?)")
    hint = HINTS[role].replace("s.event(", 's.said_by("actor-id").event(') if _QUOTED.search(passage) else HINTS[role]
    return f"{'; '.join(parts)}: {hint}"


def _call(role: str, words: Words | None) -> list[str]:
    if words is None:
        return ["    # No words name this passage, because braces and … have a meaning here: merge it with the next."]
    arguments = [_literal(words.words)] + ([f"nth={words.nth}"] if words.nth else [])
    target = f"{'' if role == 'boilerplate' else 's = '}text.{role}"
    return [f"    {target}({', '.join(arguments)})"]


def _literal(text: str) -> str:
    """The text as Python writes it, in double quotes where that needs no escape."""
    quoted = repr(text)
    return f'"{quoted[1:-1]}"' if quoted.startswith("'") and '"' not in quoted and "\\'" not in quoted else quoted
