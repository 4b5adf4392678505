"""What several dates make together: the days that they have in common, one of them, or a span that covers all."""

from collections.abc import Iterable
from datetime import date

from karabakh_data.model.edtf import Edtf, EdtfError, parse


def between(earliest: date | None, latest: date | None) -> Edtf:
    """Return the canonical date for a span of days; None is open.

    A day is `YYYY-MM-DD`, a whole month `YYYY-MM`, a whole year `YYYY`, any other span an interval: of years
    or months where it is made of whole ones, so that nothing looks more precise than it is.
    Raises EdtfError if the span ends before it starts or is open on both sides.

    >>> str(between(date(2020, 11, 1), date(2020, 11, 30)))
    '2020-11'
    >>> str(between(date(1990, 1, 1), date(1994, 12, 31)))
    '1990/1994'
    """
    if earliest is not None and latest is not None:
        for width in (10, 7, 4):
            point = parse(latest.isoformat()[:width])
            if (point.earliest, point.latest) == (earliest, latest):
                return point
        for width in (4, 7):
            start, end = parse(earliest.isoformat()[:width]), parse(latest.isoformat()[:width])
            if (start.earliest, end.latest) == (earliest, latest):
                return parse(f"{start}/{end}")
    return parse(f"{earliest or '..'}/{latest or '..'}")


def intersect(a: Edtf, b: Edtf) -> Edtf | None:
    """Return the days that two dates have in common, or None.

    If one lies within the other, the inner one is returned unchanged. Of two with the same days it is
    the one with fewer qualifiers, then a point before an interval, then the shorter text. Otherwise it
    is the common days, each end with the qualifier of the date that it comes from. Sets meet member by
    member, and `one_of` joins what is left.

    The order of the operands does not matter, nor, for the days, does the order in which several dates
    are intersected, unless an interval cuts through a member of a set: a set cannot hold the piece, and
    `one_of` then covers the gaps. Intersecting points and intervals before sets narrows most.

    >>> str(intersect(parse("2020-11"), parse("2020-11-25/2020-12-01")))
    '2020-11-25/2020-11-30'
    """
    if a.is_set or b.is_set:
        pairs = [intersect(x, y) for x in _members(a) for y in _members(b)]
        common = [edtf for edtf in pairs if edtf is not None]
        return one_of(common) if common else None
    outer, inner = sorted((a, b), key=lambda edtf: (edtf.first, -edtf.last, _rank(edtf)))
    if outer.span == inner.span:
        return outer
    if inner.last <= outer.last:
        return inner
    return _joined(inner, outer) if inner.first <= outer.last else None


def one_of(items: Iterable[Edtf]) -> Edtf:
    """Return the date that says "one of these", for sources that conflict.

    Points and the members of sets make a set; of those with the same days only the one that `intersect`
    prefers stays, and if it alone stays, it is returned. An interval cannot stand in a set: with an
    interval among the items the result is the span that covers them all. Their order does not matter.

    Raises EdtfError if there are no items, or if the span that covers them is open on both sides.

    >>> str(one_of([parse("2020-11-25"), parse("2020-11-15")]))
    '[2020-11-15,2020-11-25]'
    """
    preferred_last = sorted((m for item in items for m in _members(item)), key=_rank, reverse=True)
    distinct = sorted({edtf.span: edtf for edtf in preferred_last}.values(), key=lambda edtf: edtf.span)
    if not distinct:
        raise EdtfError("one_of: no dates given; expected at least one")
    if len(distinct) > 1 and not any(edtf.is_interval for edtf in distinct):
        return parse(f"[{','.join(map(str, distinct))}]")
    first = min(distinct, key=lambda edtf: (edtf.first, _rank(edtf)))
    last = min(distinct, key=lambda edtf: (-edtf.last, _rank(edtf)))
    covering = [edtf for edtf in distinct if edtf.span == (first.first, last.last)]
    return covering[0] if covering else _joined(first, last)


def _members(edtf: Edtf) -> list[Edtf]:
    return [parse(part) for part in edtf.text[1:-1].split(",")] if edtf.is_set else [edtf]


def _joined(first: Edtf, last: Edtf) -> Edtf:
    """Return the span from the start of one date to the end of another, with their qualifiers."""
    opening, closing = (
        part[-1] if part[-1] in "?~%" else "" for part in (first.text.split("/")[0], last.text.split("/")[-1])
    )
    if not opening and not closing:
        return between(first.earliest, last.latest)
    if first.earliest == last.latest:
        both = opening and closing and opening != closing
        return parse(f"{first.earliest}{'%' if both else opening or closing}")
    return parse(f"{first.earliest or '..'}{opening}/{last.latest or '..'}{closing}")


def _rank(edtf: Edtf) -> tuple[int, bool, int, str]:
    """Sort first what to prefer among dates of the same days."""
    return edtf.uncertain + edtf.approximate, edtf.is_interval, len(edtf.text), edtf.text
