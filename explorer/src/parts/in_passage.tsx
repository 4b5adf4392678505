// The published words of a passage in their order, with what is not published left out: never the article's text.
import { outlined, type Stretch } from "../model/outline.ts";
import { useLinks, usePage } from "../state/page_state.ts";
import { Text } from "./text.tsx";

interface Props {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    /** How many stretches are shown on either side of that one; all where none is given. */
    readonly around?: number | undefined;
}

/** What lies between these offsets stands out; a gap is an ellipsis. */
export function InPassage({ id, start, end, around = Infinity }: Props) {
    const { tables, published } = usePage();
    const passage = tables.passages.find(id);
    if (!passage) return null;
    const { quoted: all } = outlined(tables, passage);
    const at = all.findIndex((stretch) => stretch.start <= start && end <= stretch.end);
    const first = Math.max(0, at - around);
    const quoted = all.slice(first, at + around + 1);
    const language = published.sources.find(passage.source_id)?.language;
    return (
        <span class="in-passage" lang={language} dir="auto">
            {quoted.map((stretch, nth) => (
                <span key={stretch.start}>
                    {isGap(passage.char_start, all[first + nth - 1], stretch) && "… "}
                    {first + nth === at ? (
                        <Here stretch={stretch} start={start} end={end} />
                    ) : (
                        <Text>{stretch.text}</Text>
                    )}{" "}
                </span>
            ))}
            {(quoted.at(-1)?.end ?? 0) < passage.char_end - 1 && "…"}
        </span>
    );
}

/** A stretch in which the letters between these offsets stand out. */
function Here({ stretch, start, end }: { stretch: Stretch; start: number; end: number }) {
    const letters = Array.from(stretch.text); // offsets count code points
    const part = (from: number, to: number) => letters.slice(from - stretch.start, to - stretch.start).join("");
    return (
        <>
            <Text>{part(stretch.start, start)}</Text>
            <strong class="here">
                <Text>{part(start, end)}</Text>
            </strong>
            <Text>{part(end, stretch.end)}</Text>
        </>
    );
}

function isGap(begins: number, before: Stretch | undefined, { start }: Stretch): boolean {
    return start > (before?.end ?? begins) + 1;
}

/** A link to the passage, called by its number and kind. */
export function PassageLink({ id }: { id: string }) {
    const { tables } = usePage();
    const links = useLinks();
    const passage = tables.passages.find(id);
    return (
        <a href={links.record("passages", id)}>
            {passage ? `${passage.role.replaceAll("_", " ")} ${passage.seq}` : <Text>{id}</Text>}
        </a>
    );
}
