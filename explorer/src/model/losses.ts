// Casualty figures, totals with the figures that they include inside.
import type { Row, Tables } from "../tables/table.ts";
import { compare } from "./claims.ts";

export interface Loss {
    readonly figure: Row<"casualties">;
    readonly event: Row<"events"> | undefined;
    /** The articles that tell of it. */
    readonly sources: readonly string[];
    /** The figures that it includes, each with its own. */
    readonly parts: readonly Loss[];
}

/** These figures, each under the one that includes it where that is among them, else at the top. */
export function losses(tables: Tables, figures: readonly Row<"casualties">[]): Loss[] {
    const among = new Set(figures.map((figure) => figure.casualty_id));
    const built = new Set<string>(); // sources may lead round in a circle
    const build = (figure: Row<"casualties">): Loss => {
        built.add(figure.casualty_id);
        const parts = tables.casualties
            .rowsWhere("subset_of", figure.casualty_id)
            .filter(({ casualty_id }) => among.has(casualty_id) && !built.has(casualty_id));
        return {
            figure,
            event: tables.events.find(figure.event_id),
            sources: sourcesOf(tables, figure.casualty_id),
            parts: parts.map((part) => build(part)),
        };
    };
    const top = figures.filter(({ subset_of }) => subset_of === null || !among.has(subset_of)).map(build);
    const round = figures.filter(({ casualty_id }) => !built.has(casualty_id));
    return [...top, ...round.flatMap((figure) => (built.has(figure.casualty_id) ? [] : build(figure)))];
}

/** The articles that tell of a figure. */
export function sourcesOf(tables: Tables, id: string): string[] {
    const sources = tables.claims.column("source_id");
    const told = tables.claims.where(["record_table", "record_id"], "casualties", id);
    return [...new Set(told.map((position) => String(sources[position])))].sort();
}

/** The least and the greatest number that a figure stands for; null where it gives no such bound. */
export function bounds({ low, best, high }: Row<"casualties">): { least: number | null; most: number | null } {
    return { least: low ?? best, most: high ?? best };
}

/** The greatest number that a figure gives, or null where it is words alone. */
export function greatest({ low, best, high }: Row<"casualties">): number | null {
    return low === null && best === null && high === null ? null : Math.max(low ?? 0, best ?? 0, high ?? 0);
}

export const BY = ["event", "side", "class", "reporter", "article"] as const;
export type By = (typeof BY)[number];

/** What a figure is sorted under: ids of events, actors or articles, or a class; null where no source says. */
export function keysOf(tables: Tables, figure: Row<"casualties">, by: By): readonly (string | null)[] {
    if (by === "article") return sourcesOf(tables, figure.casualty_id);
    return [
        { event: figure.event_id, side: figure.side_id, class: figure.victim_class, reporter: figure.reported_by }[by],
    ];
}

/** The figures by what they are sorted under, what no source says last; a figure of two articles stands under both. */
export function figuresBy(
    tables: Tables,
    figures: readonly Row<"casualties">[],
    by: By,
): { key: string | null; figures: Row<"casualties">[] }[] {
    const found = new Map<string | null, Row<"casualties">[]>();
    for (const figure of figures) {
        for (const key of keysOf(tables, figure, by)) {
            const some = found.get(key);
            if (some) some.push(figure);
            else found.set(key, [figure]);
        }
    }
    const [starts, ends] = [tables.events.column("date_start"), tables.events.column("date_end")];
    const start = (id: string | null) => {
        const position = id === null || by !== "event" ? -1 : (tables.events.position(id) ?? -1);
        return starts[position] ?? ends[position] ?? Number.MAX_SAFE_INTEGER;
    };
    return Array.from(found, ([key, some]) => ({ key, figures: some, start: start(key) })).sort((a, b) => {
        if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
        return a.start - b.start || compare(a.key, b.key);
    });
}
