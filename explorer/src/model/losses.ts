// Casualty figures, totals with the figures that they include inside.
import type { Row, Tables } from "../tables/table.ts";

export interface Loss {
    readonly figure: Row<"casualties">;
    readonly event: Row<"events"> | undefined;
    /** The figures that it includes, each with its own. */
    readonly parts: readonly Loss[];
}

/** These figures, each under the one that includes it where that is among them, else at the top. */
export function losses(tables: Tables, figures: readonly Row<"casualties">[]): Loss[] {
    const among = new Set(figures.map((figure) => figure.casualty_id));
    const build = (figure: Row<"casualties">, above: ReadonlySet<string>): Loss => {
        const within = new Set([...above, figure.casualty_id]); // sources may lead round in a circle
        const parts = tables.casualties
            .rowsWhere("subset_of", figure.casualty_id)
            .filter(({ casualty_id }) => among.has(casualty_id) && !within.has(casualty_id));
        return { figure, event: tables.events.find(figure.event_id), parts: parts.map((part) => build(part, within)) };
    };
    const top = figures.filter(({ subset_of }) => subset_of === null || !among.has(subset_of));
    return top.map((figure) => build(figure, new Set()));
}

/** The least and the greatest number that a figure stands for; null where it gives no such bound. */
export function bounds({ low, best, high }: Row<"casualties">): { least: number | null; most: number | null } {
    return { least: best ?? low, most: best ?? high };
}
