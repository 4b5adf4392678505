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
    /** Without a point on earth. */
    readonly pointless: readonly Spot[];
    /** How many events have no place. */
    readonly nowhere: number;
}

const FAR = 600 / 6371; // radians from the middle of all places: what lies farther does not shrink the rest

export interface Around {
    readonly near: (place: Row<"places">) => boolean;
    /** Longitudes and latitudes that the map shows. */
    readonly frame: readonly [number, number][];
}

/** What a map of these tables shows, whatever the filters. */
export function around(tables: Tables): Around {
    const points = tables.places.rows().filter(hasPoint).map(pointOf);
    const centre: [number, number] = [median(points, ([x]) => x) ?? 0, median(points, ([, y]) => y) ?? 0];
    const isNear = (point: [number, number]) => geoDistance(centre, point) <= FAR;
    return { near: (place) => isNear(pointOf(place)), frame: points.filter(isNear) };
}

/** The chosen places, and those at which one of these events lies. */
export function located(
    tables: Tables,
    near: Around["near"],
    events: readonly number[],
    chosen: (position: number) => boolean,
): Located {
    const [placeIds, precs] = [tables.events.column("place_id"), tables.events.column("where_prec")];
    const at = new Map<string, number[]>();
    let nowhere = 0;
    for (const position of events) {
        const id = placeIds[position] ?? null;
        if (id === null) nowhere++;
        else at.get(id)?.push(position) ?? at.set(id, [position]);
    }
    const spots = Array.from(tables.places.all())
        .filter((position) => chosen(position) || at.has(tables.places.id(position)))
        .map((position): Spot => {
            const place = tables.places.row(position);
            const here = at.get(place.place_id) ?? [];
            const known = new Set(here.flatMap((event) => precs[event] ?? []));
            return { place, events: here, precisions: [...known].sort((a, b) => a - b) };
        })
        .sort((a, b) => b.events.length - a.events.length);
    const drawn = spots.filter(({ place }) => hasPoint(place));
    return {
        inside: drawn.filter(({ place }) => near(place)),
        beyond: drawn.filter(({ place }) => !near(place)),
        pointless: spots.filter(({ place }) => !hasPoint(place)),
        nowhere,
    };
}

/** Whether the place has coordinates that there are on earth: what has others is told of, and not drawn. */
function hasPoint({ longitude, latitude }: Row<"places">): boolean {
    return longitude !== null && latitude !== null && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** Longitude and latitude. */
export function pointOf({ longitude, latitude }: Row<"places">): [number, number] {
    return [longitude ?? 0, latitude ?? 0];
}
