"""What a coder begins with: a source.toml to complete, and a script to fill in.

The script runs as it is. It finds a proposed passage for every word of the article and claims nothing, so that
extraction names each passage as still to be coded. What a passage is, is a guess from its look; none is dismissed by
guess, except those without any letter or digit. What else is proposed stands in comments, until a coder takes it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from karabakh_data.extract.article import Article, Span
from karabakh_data.extract.looks import roles
from karabakh_data.extract.passage_words import Words, words_for
from karabakh_data.extract.proposals.known import Known
from karabakh_data.extract.proposals.of_itself import Fact, facts
from karabakh_data.extract.proposals.script_lines import ScriptLines
from karabakh_data.extract.proposals.words import literal, quoting
from karabakh_data.extract.splitting import passages
from karabakh_data.model import Source, columns

_NUMBER = re.compile(r"\d(?:[\d.,:]*\d)?")
_QUOTED = re.compile('[“”«»„"]')

_EVENT = 's.event("event-id").status("...", "words")'
HINTS = {
    "headline": f's.source.title("words"), {_EVENT}',
    "byline": 's.source.author("words")',
    "dateline": 's.source.dateline("words"), s.source.published("words")',
    "related_link": _EVENT,
    "standfirst": _EVENT,
    "caption": f'no_fact="photo credit", or {_EVENT}',
    "subheading": _EVENT,
    "sentence": _EVENT,
    "boilerplate": "no letter and no digit",
}


def skeleton(article: Article, language: str, known: Known) -> tuple[str, str]:
    """The source.toml and the script of a new article."""
    spans = passages(article.text)
    looked = list(zip(spans, roles(article.text, spans), strict=True))
    shown = facts(article, looked)
    return source_toml(article.text.encode(), language, shown), _script(article, looked, shown, known)


def source_toml(content: bytes, language: str, shown: Iterable[Fact] = ()) -> str:
    """The source.toml of a new article: its hash and language, and a commented line for all else, filled if `shown`."""
    known = {"language": language, "sha256": hashlib.sha256(content).hexdigest()}
    proposed = {fact.column: fact.value for fact in shown}
    lines = [
        "# What the article says of itself, and what we say of it. Give what the text shows, and leave the rest out.",
        '# What is to be claimed needs a line in the script: s.source.title("the words that show it").',
    ]
    for column in columns(Source):
        if column.name == "source_id" or column.definition.origin == "derived":
            continue
        need = "to be claimed" if column.definition.origin == "coded" else "may be left out"
        lines += ["", f"# {column.definition.meaning} ({need if column.nullable else 'needed'})"]
        # TOML takes a string as JSON writes it.
        value = json.dumps(known.get(column.name, proposed.get(column.name, "")), ensure_ascii=False)
        lines.append(f"{'' if column.name in known else '# '}{column.name} = {value}")
        if column.name == "published_edtf":
            lines += ["", "# How the date follows, where it is not printed. (the note of its claim)"]
            lines.append('# published_reasoning = ""')
    return "\n".join(lines) + "\n"


def _script(article: Article, looked: list[tuple[Span, str]], shown: list[Fact], known: Known) -> str:
    """The script of a new article: each proposed passage with a hint, and what is proposed of names and claims."""
    proposed = ScriptLines(article, known)
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
        "    # Proposals stand in comments: take one by deleting its #, mend it, or delete it whole. None is certain.",
        "    # Names by which an article or a register calls somebody who may be meant here; add others.",
        *(f"    # {line}" for line in proposed.names()),
    ]
    before = None
    for span, role in looked:
        words = words_for(article, span, before)
        lines += ["", f"    # {_hint(article, span, role)}"]
        if records := proposed.records(span):
            lines.append(f"    # Other articles tell of: {', '.join(records)}")
        lines += _call(role, words)
        if words:
            claims = [*_of_itself(article, span, shown), *proposed.claims(span, role)]
            lines += (f"    # {line}" for line in claims if role != "boilerplate")
            before = span
    if not any(line.startswith("    ") and not line.lstrip().startswith("#") for line in lines):
        lines.append("    pass")
    return "\n".join(lines) + "\n"


def _of_itself(article: Article, passage: Span, shown: Iterable[Fact]) -> Iterator[str]:
    for fact in shown:
        if fact.words and fact.words in passage and (words := quoting(article.text, fact.words, passage)):
            yield f"s.source.{fact.method}({literal(words)})"


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
    arguments = [literal(words.words)] + ([f"nth={words.nth}"] if words.nth else [])
    target = f"{'' if role == 'boilerplate' else 's = '}text.{role}"
    return [f"    {target}({', '.join(arguments)})"]
