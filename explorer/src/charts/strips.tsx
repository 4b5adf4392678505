// Rows of words, each with a strip beside it on which dates are drawn; below it where the page is narrow.
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Day } from "../schema/schema.ts";
import { MarkPatterns } from "./date_mark.tsx";
import { TimeAxis, TimeGrid } from "./time_axis.tsx";
import { type TimeScale, timeScale, type Window } from "./time_scale.ts";
import { useWidth } from "./width.ts";

const NARROW = 640; // pixels: below that, strips stand under their words
const SHARE = 0.52; // of a wider page, for the strips
export const TALL = 22; // pixels: the height of a strip

interface Props {
    /** The first days, and the days after the last, of all that is drawn. */
    readonly days: readonly Day[];
    readonly window: Window;
    /** What stands beside the scale. */
    readonly beside?: (scale: TimeScale) => ComponentChildren;
    /** The rows; without a scale where nothing has a date. */
    readonly children: (scale: TimeScale | undefined) => ComponentChildren;
}

/** Strips on one scale of days. */
export function Strips({ days, window, beside, children }: Props) {
    const [ref, width] = useWidth<HTMLDivElement>();
    const narrow = width < NARROW;
    const { since, until } = window;
    const scale = useMemo(
        () => (width ? timeScale(days, narrow ? width : Math.round(width * SHARE), { since, until }) : undefined),
        [days, width, narrow, since, until],
    );
    return (
        <div ref={ref} class={narrow ? "strips strips-narrow" : "strips"}>
            <MarkPatterns />
            {scale && (
                <div class="strips-head">
                    <div>{beside?.(scale)}</div>
                    <TimeAxis scale={scale} />
                </div>
            )}
            {width > 0 && (
                <div class="strips-body">
                    {scale && <TimeGrid scale={scale} />}
                    {children(scale)}
                </div>
            )}
        </div>
    );
}

interface StripProps {
    readonly scale: TimeScale;
    /** They hold the one link of the row, which all of it follows. */
    readonly words: ComponentChildren;
    readonly id: string;
    readonly children: ComponentChildren;
}

export function Strip({ scale, words, id, children }: StripProps) {
    return (
        <li class="strip" data-id={id}>
            <div class="strip-words">{words}</div>
            <svg class="strip-plot" width={scale.width} height={TALL} aria-hidden="true">
                {children}
            </svg>
        </li>
    );
}
