// Text from the data: never markup, kept from reordering what stands around it, and cut where it is very long.

const MOST = 600; // code units of a text in a line or label

/** The text, cut at `most` with an ellipsis; no half of a surrogate pair is left. */
export function clipped(text: string, most = MOST): string {
    return text.length <= most
        ? text
        : `${text
              .slice(0, most - 1)
              .toWellFormed()
              .replace(/\uFFFD$/, "")}…`;
}

/** Text from the data, isolated so that marks of direction in it reach no further. */
export function Text({ children, most = MOST }: { children: string; most?: number }) {
    return <bdi>{clipped(children, most)}</bdi>;
}
