"""Rules of the vocabulary and of the crosswalk: the published terms are the model's, and codes belong to terms."""

from __future__ import annotations

from collections.abc import Iterator

from karabakh_data.check.rules.rule import Rule
from karabakh_data.model.sql import listed, portable
from karabakh_data.model.vocabularies import VOCABULARIES, label


def vocabulary_rules() -> Iterator[Rule]:
    """The rules that the vocabulary table holds what the model holds, and that the crosswalk leads from its terms."""
    expected = _expected()
    known = " OR ".join(
        f"vocabulary.vocabulary = {portable(name)} AND vocabulary.term IN {listed(vocabulary.terms)}"
        for name, vocabulary in VOCABULARIES.items()
    )
    yield Rule(
        name="the model has no such term",
        table="vocabulary",
        columns=("vocabulary", "term"),
        predicate=f"NOT ({known})",
    )
    yield Rule(
        name="the term is missing",
        table="vocabulary",
        columns=("vocabulary", "term"),
        relation=(
            f"(SELECT model.vocabulary, model.term FROM {expected} ANTI JOIN vocabulary"
            " ON vocabulary.vocabulary = model.vocabulary AND vocabulary.term = model.term) AS vocabulary"
        ),
        predicate="true",
        whole=True,
    )
    for column in ("label", "definition"):
        yield Rule(
            name=f"{column} is not the model's",
            table="vocabulary",
            columns=(column,),
            relation=(
                f"vocabulary JOIN {expected} ON model.vocabulary = vocabulary.vocabulary"
                " AND model.term = vocabulary.term"
            ),
            predicate=f"vocabulary.{column} <> model.{column}",
            details=(f"model.{column} AS expected",),
        )
    yield Rule(
        name="vocabulary and term name no row of vocabulary",
        table="crosswalk",
        columns=("vocabulary", "term"),
        relation=(
            "crosswalk ANTI JOIN vocabulary"
            " ON vocabulary.vocabulary = crosswalk.vocabulary AND vocabulary.term = crosswalk.term"
        ),
        predicate="true",
    )
    yield Rule(
        name="code and match do not both say that nothing fits",
        table="crosswalk",
        columns=("code", "match"),
        predicate="(crosswalk.code = 'none') <> (crosswalk.match = 'none')",
    )


def _expected() -> str:
    rows = ", ".join(
        listed((name, term, label(term), definition))
        for name, vocabulary in VOCABULARIES.items()
        for term, definition in vocabulary.terms.items()
    )
    return f"(VALUES {rows}) AS model(vocabulary, term, label, definition)"
