// An article as one bar: passages by what was done with them, and the stretches that are quoted.

import { shortName } from "../../model/articles.ts";
import type { OutlinePassage } from "../../model/outline.ts";
import { clipped } from "../../parts/text.tsx";
import type { Row } from "../../tables/table.ts";

const HEIGHT = 26;
const MOST = 2000; // rectangles: more could not be told apart

interface Props {
    readonly source: Row<"sources">;
    readonly passages: readonly OutlinePassage[];
    /** The length of the longest article shown, which fills the width. */
    readonly longest: number;
}

export function Bar({ source, passages, longest }: Props) {
    const at = (offset: number) => `${((100 * offset) / longest).toFixed(3)}%`;
    const coded = passages.filter(({ passage }) => passage.disposition === "coded").length;
    const label = `${shortName(source, source.source_id)}: ${coded} passages coded, ${passages.length - coded} dismissed`;
    return (
        <svg class="bar" width="100%" height={HEIGHT} role="img" aria-label={clipped(label, 200)}>
            <Hatching />
            {passages.slice(0, MOST).map(({ passage: { passage_id, char_start, char_end, disposition } }) => (
                <rect
                    key={passage_id}
                    class={`passage-${disposition}`}
                    x={at(char_start)}
                    width={at(char_end - char_start)}
                    y={0.5}
                    height={HEIGHT - 1}
                />
            ))}
            {passages
                .flatMap(({ quoted }) => quoted)
                .slice(0, MOST)
                .map(({ start, end }) => (
                    <rect key={start} class="passage-quoted" x={at(start)} width={at(end - start)} y={6} height={14} />
                ))}
        </svg>
    );
}

/** For what was dismissed: told from what was coded without colour. */
function Hatching() {
    return (
        <defs>
            <pattern id="hatching" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="hatch" d="M0 0V5" />
            </pattern>
        </defs>
    );
}

export function BarLegend() {
    const kinds = [
        ["passage-coded", "coded: at least one claim rests on it"],
        ["passage-quoted", "quoted: the words themselves"],
        ["passage-no_fact", "dismissed, for a reason that is given"],
    ] as const;
    return (
        <ul class="legend" aria-label="What the bars show">
            {kinds.map(([kind, label]) => (
                <li key={kind}>
                    <svg class="swatch" width={18} height={12} aria-hidden="true">
                        <Hatching />
                        <rect class={kind} x={0.5} y={0.5} width={17} height={11} />
                    </svg>{" "}
                    {label}
                </li>
            ))}
        </ul>
    );
}
