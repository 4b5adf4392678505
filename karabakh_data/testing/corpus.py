"""Synthetic corpora of any size, in the shape of the published tables: seeded, and consistent with every rule.

A corpus is a row of stories, each with two articles that tell of the same events (the last has one where the number of
articles is odd). A few different stories are told (`world`, `paragraphs`, `articles`), extracted and resolved as real
articles are; all others repeat them under another number, by whole columns (`templates`). So ten million events take
minutes and little memory. Each rule can be broken as often as is asked for (`faults`).

>>> tables = corpus_tables(Corpus(articles=4, seed=1))
>>> tables["sources"].num_rows, tables["events"].num_rows
(4, 20)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pyarrow as pa

from karabakh_data.model import TABLES, Crosswalk
from karabakh_data.model.arrow import arrow_schema, to_arrow
from karabakh_data.model.vocabularies import VOCABULARIES
from karabakh_data.publish.parquet import writer
from karabakh_data.testing.articles import MARK, story
from karabakh_data.testing.faults import WHOLE, Key, Seeded, nullable, seed
from karabakh_data.testing.templates import Stories, Template, Told, hashed, shared, template, texts

DIFFERENT = 16  # stories that are not repetitions of each other
ROWS = 200_000  # of one table at a time in memory, and in one row group of a file


@dataclass(frozen=True, eq=False, kw_only=True)
class Corpus:
    """How many articles, how many events each article tells of for the first time, and the seed of all chance.

    With five or more events an article, all tables have rows; there are some 11 claims for each event. `errors` says
    how many times each rule of `karabakh_data.check` is to be broken, by rule id; `seeded` says where.
    """

    articles: int
    events_per_article: int = 5
    seed: int = 0
    errors: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        most = 2 * 10 ** len(MARK)
        if not 1 <= self.articles <= most or self.events_per_article not in range(1, 500):
            raise ValueError(f"{self}: expected 1 to {most} articles with 1 to 499 events each")

    @property
    def stories(self) -> int:
        """How many stories there are: one for every two articles."""
        return (self.articles + 1) // 2


def corpus_of_events(
    events: int, *, events_per_article: int = 5, seed: int = 0, errors: Mapping[str, int] | None = None
) -> Corpus:
    """The corpus with that number of events; raises ValueError where the articles would not come out even."""
    articles, rest = divmod(events, events_per_article)
    if rest:
        raise ValueError(f"{events} events cannot be told by articles with {events_per_article} each")
    return Corpus(articles=articles, events_per_article=events_per_article, seed=seed, errors=errors or {})


def seeded(corpus: Corpus) -> dict[str, list[Key]]:
    """Where the corpus has its errors: by rule id, the keys of the rows that the rule must find.

    Raises KeyError for a rule that does not exist, and ValueError where the corpus has too few stories for its errors.
    """
    return dict(_seeded(corpus).keys)


def seeded_stories(corpus: Corpus) -> dict[str, list[int]]:
    """In which stories the corpus has its errors, by rule id: their numbers, with which the ids of a story begin.

    There is none for an error in the vocabulary or the crosswalk, which belong to no story. Raises as `seeded` does.
    """
    return dict(_seeded(corpus).numbers)


def corpus_tables(corpus: Corpus) -> dict[str, pa.Table]:
    """All tables of the corpus, by name, sorted by key. They must fit into memory; `write_corpus` has no such limit."""
    return {name: pa.concat_tables(batches(corpus, name)).combine_chunks() for name in TABLES}


def corpus_texts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The articles, one by one, as source id and text, sorted by id."""
    for stories, first, last in _ranges(corpus):
        yield from texts(stories, first, last)


def write_articles(corpus: Corpus, root: Path) -> int:
    """Write each article to `root/raw/<source_id>/article.txt`, where quotations are checked; how many there are."""
    for source_id, text in corpus_texts(corpus):
        folder = root / "raw" / source_id
        folder.mkdir(parents=True)
        (folder / "article.txt").write_bytes(text.encode())
    return corpus.articles


def write_corpus(
    corpus: Corpus, folder: Path, *, tables: Collection[str] = tuple(TABLES), parts: int = 1
) -> dict[str, int]:
    """Write these tables of the corpus as Parquet files into the folder; the number of rows by table.

    With more than one part, a table of articles is a folder of that many files, `part-00000.parquet` and so on, in
    which the articles are divided in order. Memory does not grow with the corpus.
    """
    counts = {}
    for name in tables:
        divided = parts > 1 and name not in WHOLE
        ends = [corpus.stories * part // parts for part in range(parts + 1)] if divided else [0, corpus.stories]
        counts[name] = 0
        for part, (first, last) in enumerate(pairwise(ends)):
            path = folder / name / f"part-{part:05}.parquet" if divided else folder / f"{name}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            with writer(path, TABLES[name], nullable=bool(corpus.errors)) as parquet:
                for rows in batches(corpus, name, first, last):
                    parquet.write_table(rows)
                    counts[name] += rows.num_rows
    return counts


def batches(corpus: Corpus, table: str, first: int = 0, last: int | None = None) -> Iterator[pa.Table]:
    """The rows of one table, sorted by key, in portions of at most some 200,000 rows; of some of the stories.

    What all stories have in common comes after the last story.
    """
    faulty = _seeded(corpus)
    if table in WHOLE:
        yield faulty.whole[table]
        return
    schema = nullable(table) if corpus.errors else arrow_schema(TABLES[table])
    last = corpus.stories if last is None else last
    for stories, start, end in _ranges(corpus):
        form = template(stories, table)
        step = max(1, ROWS * len(stories) // max(1, form.count(0, len(stories))))
        for at in range(max(first, start), min(last, end), step):
            parts = _parts(form, stories, faulty.stories[table], at, min(at + step, last, end))
            yield pa.concat_tables([part.cast(schema) for part in parts])
    if last == corpus.stories:
        yield shared(tuple(one for stories, _, _ in _ranges(corpus) for one in stories), table).cast(schema)


def _parts(
    form: Template, stories: Stories, faulty: Mapping[int, pa.Table], first: int, last: int
) -> Iterator[pa.Table]:
    """The rows of the stories numbered from `first` up to `last`: those without fault, and faulty ones between them."""
    clean = form.rows(first, last)
    if "sha256" in clean.column_names:
        clean = hashed(clean, texts(stories, first, last))
    done = 0
    for number in sorted(number for number in faulty if first <= number < last):
        start, end = (form.count(first, until) for until in (number, number + 1))
        yield clean.slice(done, start - done)
        yield faulty[number]
        done = end
    yield clean.slice(done)


def _ranges(corpus: Corpus) -> Iterator[tuple[Stories, int, int]]:
    """The stories with two articles, then the one with one: which they repeat, and their numbers."""
    pairs = corpus.articles // 2
    if pairs:
        yield _stories(corpus.seed, min(pairs, DIFFERENT), 2, corpus.events_per_article), 0, pairs
    if corpus.articles % 2:
        yield _stories(corpus.seed, 1, 1, corpus.events_per_article), pairs, pairs + 1


@cache
def _stories(seed: int, count: int, articles: int, events: int) -> Stories:
    made = []
    for number in range(count):
        one = story(f"{seed}-{number}", articles, events)
        with TemporaryDirectory() as folder:
            one.write(Path(folder))
            made.append(Told(one.tables(Path(folder)), {article.source_id: article.text for article in one.articles}))
    return tuple(made)


@lru_cache(maxsize=1)
def _seeded(corpus: Corpus) -> Seeded:
    """What the errors of the corpus change, and the tables that say the same in every corpus."""
    stories, _, _ = next(_ranges(corpus))
    crosswalk = [
        Crosswalk(vocabulary=name, term=term, scheme="CAMEO", code="none", label="nothing fits", match="none")
        for name, vocabulary in VOCABULARIES.items()
        for term in vocabulary.terms
    ]
    whole = {"vocabulary": stories[0].tables["vocabulary"], "crosswalk": to_arrow(Crosswalk, crosswalk)}
    if not corpus.errors:
        return Seeded({table: {} for table in TABLES}, whole, {}, {})
    templates = {table: template(stories, table) for table in TABLES if table not in WHOLE}

    def rows_of(table: str, number: int) -> pa.Table:
        return pa.concat_tables(_parts(templates[table], stories, {}, number, number + 1))

    return seed(corpus.errors, rows_of, corpus.articles // 2, whole, Random(f"errors {corpus.seed}"))
