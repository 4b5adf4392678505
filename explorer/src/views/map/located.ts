// The places of a map: which have a point, which lie beyond the frame, and what is told of each.

import { median } from "d3-array";
import { geoDistance } from "d3-geo";
import type { Row, Tables } from "../../tables/table.ts";

export interface Spot {
    readonly place: Row<"places">;
    /** Positions of the events that lie there. */
    readonly events: readonly number[];
    /** What `where_prec` of these events says, the most precise first. */
    readonly precisions: readonly number[];
}

export interface Located {
    /** Near enough to each other for one map. */
    readonly inside: readonly Spot[];
    readonly beyond: readonly Spot[];
    /** With events, and without a point. */
    readonly pointless: readonly Spot[];
    /** How many events have no place. */
    readonly nowhere: number;
}

/** The places that the map shows, whatever the filters: by longitude and latitude. */
export interface Frame {
    readonly points: readonly [number, number][];
    readonly holds: (place: Row<"places">) => boolean;
}

const FAR = 600 / 6371; // radians from the middle of all places: what lies farther does not shrink the rest

/** All places with a point that is not far from most others. */
export function frameOf(tables: Tables): Frame {
    const points = tables.places.rows().filter(hasPoint).map(pointOf);
    const centre: [number, number] = [median(points, ([x]) => x) ?? 0, median(points, ([, y]) => y) ?? 0];
    const near = (point: [number, number]) => geoDistance(centre, point) <= FAR;
    return { points: points.filter(near), holds: (place) => hasPoint(place) && near(pointOf(place)) };
}

/** The chosen places, and those at which one of these events lies; those with most events first. */
export function located(
    tables: Tables,
    frame: Frame,
    events: readonly number[],
    chosen: (position: number) => boolean,
): Located {
    const [placeIds, precs] = [tables.events.column("place_id"), tables.events.column("where_prec")];
    const at = new Map<string, number[]>();
    let nowhere = 0;
    for (const position of events) {
        const id = placeIds[position] ?? null;
        const here = id === null ? undefined : at.get(id);
        if (id === null) nowhere++;
        else if (here) here.push(position);
        else at.set(id, [position]);
    }
    const spots = Array.from(tables.places.all())
        .filter((position) => chosen(position) || at.has(tables.places.id(position)))
        .map((position): Spot => {
            const place = tables.places.row(position);
            const here = at.get(place.place_id) ?? [];
            const known = new Set<number>();
            for (const event of here) if (precs[event]) known.add(precs[event]);
            return { place, events: here, precisions: [...known].sort((a, b) => a - b) };
        })
        .sort((a, b) => b.events.length - a.events.length);
    return {
        inside: spots.filter(({ place }) => frame.holds(place)),
        beyond: spots.filter(({ place }) => hasPoint(place) && !frame.holds(place)),
        pointless: spots.filter(({ place, events: here }) => !hasPoint(place) && here.length),
        nowhere,
    };
}

function hasPoint({ longitude, latitude }: Row<"places">): boolean {
    return longitude !== null && latitude !== null;
}

/** Longitude and latitude. */
export function pointOf({ longitude, latitude }: Row<"places">): [number, number] {
    return [longitude ?? 0, latitude ?? 0];
}
