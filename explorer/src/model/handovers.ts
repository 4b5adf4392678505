// Which places changed hands, when, and how late by the agreement.
import type { Row, Tables } from "../tables/table.ts";
import { spokenDate } from "./dates.ts";
import { nameOf } from "./names.ts";

export interface Handover {
    readonly event: Row<"events">;
    readonly place: string;
    /** When it was, as EDTF. */
    readonly when: string;
    readonly daysLate: number | null;
}

/** The handovers of a place with a date that have come about or begun, the earliest first; of a whole, its parts. */
export function handovers(tables: Tables, passes: (position: number) => boolean): Handover[] {
    const told = handoversAndParts(tables, passes);
    const wholes = new Set(told.map(({ event }) => event.part_of));
    return told.filter(({ event }) => !wholes.has(event.event_id));
}

function handoversAndParts(tables: Tables, passes: (position: number) => boolean): Handover[] {
    return tables.events
        .where("event_type", "handover")
        .filter(passes)
        .map((position) => tables.events.row(position))
        .flatMap((event): Handover[] => {
            const { status, date_edtf: when, place_id: place } = event;
            if ((status !== "occurred" && status !== "ongoing") || when === null || place === null) return [];
            const late = tables.clause_events
                .rowsWhere("event_id", event.event_id)
                .map((outcome) => outcome.days_late ?? 0);
            return [{ event, place, when, daysLate: Math.max(0, ...late) || null }];
        })
        .sort((a, b) => (a.event.date_start ?? Infinity) - (b.event.date_start ?? Infinity) || 0);
}

/** "Kalbajar district on 25 November 2020, 10 days late". */
export function spokenHandover(tables: Tables, { place, when, daysLate }: Handover): string {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(when) ? "on " : "";
    const late = daysLate ? `, ${lateness(daysLate)}` : "";
    return `${nameOf(tables, "places", place)} ${day}${spokenDate(when)}${late}`;
}

export function lateness(days: number): string {
    return `${days.toLocaleString("en")} ${days === 1 ? "day" : "days"} late`;
}
