"""Codings as plain text, one file an article: read, and each quotation found in its article."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from karabakh_data.coding.reliability.entries import TABLE_OF, Entry, File, listed, problems
from karabakh_data.coding.reliability.facts import Coded, Coding, Fact, Statement
from karabakh_data.coding.second_coding import CODERS
from karabakh_data.errors import FailuresError, NoCheckout
from karabakh_data.extract.article import Article, ExtractionError, Span, read

# By table (actors, places) and entity: the words that name it in any article.
Names = Mapping[str, Mapping[str, set[str]]]


class CodingError(FailuresError):
    """Codings cannot be compared as they are. `failures` lists everything that is wrong, a sentence each."""


def read_codings(root: Path) -> tuple[list[Coded], Names]:
    """The articles that both coders coded, by id, and the names by which the first knew actors and places.

    Raises NoCheckout if `root` is no checkout: articles and codings are in no wheel. Raises CodingError that
    lists each file without its counterpart, each quotation that does not stand exactly once in its article, and each
    entry with a term or value that its column does not take.
    """
    for folder in (root / "raw", *(root / "coding" / coder for coder in CODERS)):
        if not folder.is_dir():
            raise NoCheckout(
                f"{folder} is missing; articles and codings are only in a checkout of the repository: run this there, "
                "or name its folder"
            )
    failures: list[str] = []
    names: dict[str, dict[str, set[str]]] = {"actors": {}, "places": {}}
    articles = []
    for source_id in sorted({path.stem for coder in CODERS for path in (root / "coding" / coder).glob("*.toml")}):
        files = [_file(root / "coding" / coder / f"{source_id}.toml", failures) for coder in CODERS]
        readable = [file for file in files if file is not None]
        try:
            article = read(root / "raw" / source_id)
        except ExtractionError as error:
            failures += error.failures
            continue
        if len(readable) < len(CODERS):
            continue
        passages = tuple(Span(start, end) for start, end in readable[0].passages)
        codings = []
        for coder, file in zip(CODERS, readable, strict=True):
            own = replace(article, failures=[])
            codings.append(_coding(own, file, passages))
            failures += [f"coding/{coder}/{failure}" for failure in own.failures]
        articles.append(Coded(source_id, passages, *codings))
        for table, known in readable[0].names.items():
            for entity, surfaces in known.items():
                names[table].setdefault(entity, set()).update(surfaces)
    if failures:
        raise CodingError(failures)
    return articles, names


def _file(path: Path, failures: list[str]) -> File | None:
    place = f"coding/{path.parent.name}/{path.name}"
    try:
        return File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        failures.append(f"{place} is missing: an article that is in one coding is in both")
    except ValidationError as error:
        failures += [f"{place}: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        failures.append(f"{place} cannot be read: {error}")
    return None


def _coding(article: Article, file: File, passages: Sequence[Span]) -> Coding:
    if file.source != article.source_id:
        article.fail(f"`source` is '{file.source}'; a file is named for its article")
    dismissed = {found[0] for entry in file.no_fact if (found := _found(article, entry, passages))}
    statements: dict[tuple[str, str], list[Statement]] = {}
    for name, table in TABLE_OF.items():
        for entry in getattr(file, name):
            values = entry.model_extra or {}
            wrong = list(problems(table, values))
            for problem in wrong:
                article.fail(f"[[{name}]] '{values.get('what')}' on {entry.quote!r} {problem}")
            if (found := _found(article, entry, passages)) and not wrong:
                statements.setdefault((table, values["what"]), []).append(Statement(*found, values))
    return Coding(
        facts=tuple(
            Fact(table, what, tuple(sorted(told, key=lambda statement: statement.spans)))
            for (table, what), told in statements.items()
        ),
        dismissed=frozenset(dismissed),
    )


def _found(article: Article, entry: Entry, passages: Sequence[Span]) -> tuple[int, tuple[Span, ...]] | None:
    """The number of the passage, and the spans, of an entry's quotations; None, with a failure kept, if not found.

    Where a quotation runs over the edge of its passage, as it may to stand only once, the passage that has most counts.
    """
    quotes, offsets = listed(entry.quote), listed(entry.at)
    if not quotes or len(offsets) not in (0, len(quotes)):
        article.fail(f"the entry on {entry.quote!r} has {len(quotes)} quotations and {len(offsets)} offsets in `at`")
        return None
    places = zip(quotes, offsets, strict=True) if offsets else ((quote, None) for quote in quotes)
    spans = [_span(article, quote, start) for quote, start in places]
    found = tuple(sorted(span for span in spans if span is not None))
    if len(found) < len(spans):
        return None
    shares = [sum(max(0, min(span.end, one.end) - max(span.start, one.start)) for span in found) for one in passages]
    if not any(shares):
        article.fail(f"'{quotes[0]}' stands in no passage of the first coding ({article.line(found[0].start)})")
        return None
    return shares.index(max(shares)), found


def _span(article: Article, quote: str, start: int | None) -> Span | None:
    if start is None:
        return article.find(quote)
    if article.text[start : start + len(quote)] == quote:
        return Span(start, start + len(quote))
    article.fail(f"'{quote}' does not stand at {article.line(start)}, where `at` has it")
    return None
