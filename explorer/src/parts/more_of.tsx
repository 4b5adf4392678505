// The first of many, and a button for more.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props<R> {
    readonly rows: readonly R[];
    readonly atOnce: number;
    readonly children: (shown: readonly R[]) => ComponentChildren;
}

export function MoreOf<R>({ rows, atOnce, children }: Props<R>) {
    const [most, setMost] = useState(atOnce);
    return (
        <>
            {children(rows.slice(0, most))}
            {rows.length > most && (
                <button type="button" class="more" onClick={() => setMost(most + 100)}>
                    Show more: {most.toLocaleString("en")} of {rows.length.toLocaleString("en")} are shown
                </button>
            )}
        </>
    );
}
