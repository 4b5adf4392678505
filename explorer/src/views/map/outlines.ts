// The outlines of the countries around, which are background and no part of the data.
import { type ExtendedFeatureCollection, type GeoPath, type GeoProjection, geoPath, geoTransform } from "d3-geo";
import { useEffect, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { Tables } from "../../tables/table.ts";
import { size as sizeOf } from "./labels.ts";

export type Outlines = Parameters<typeof feature>[0];

export interface Country {
    readonly name: string;
    readonly path: string;
    /** Points at which its name lies wholly within it, those farthest from its edge first. */
    readonly middles: readonly (readonly [number, number])[];
}

let asked: Promise<Outlines> | undefined;

/** The outlines once they are there; the reason where they cannot be had. */
export function useOutlines(): Outlines | Error | undefined {
    const [found, setFound] = useState<Outlines | Error>();
    useEffect(() => {
        asked ??= fetch("outlines.json").then((response) => {
            if (!response.ok) throw new Error(`outlines.json cannot be fetched: ${response.status}`);
            return response.json();
        });
        asked.then(setFound, (reason: unknown) => {
            asked = undefined;
            setFound(reason instanceof Error ? reason : new Error(String(reason)));
        });
    }, []);
    return found;
}

/** Each country as a path on the map, called as the tables call it where an article names it as the atlas does. */
export function countries(
    tables: Tables,
    outlines: Outlines,
    projection: GeoProjection,
    size: readonly [number, number],
): Country[] {
    // Point by point: the outlines are cut along straight lines of a flat map, which a sphere's clipping takes for holes.
    const flat = geoTransform({
        point(longitude, latitude) {
            const [x, y] = projection([longitude, latitude]) ?? [0, 0];
            this.stream.point(x, y);
        },
    });
    const path: GeoPath = geoPath(flat).digits(1);
    const all = feature(outlines, outlines.objects.countries as never) as unknown as ExtendedFeatureCollection;
    return all.features.flatMap((each) => {
        const drawn = path(each);
        if (!drawn) return [];
        const name = ourName(tables, String(each.properties?.name));
        return { name, path: drawn, middles: middles(name, drawn, path.bounds(each), size) };
    });
}

function ourName(tables: Tables, name: string): string {
    for (const { entity_id } of tables.mentions.rowsWhere(["entity_table", "surface"], "actors", name)) {
        const actor = tables.actors.find(entity_id);
        if (actor?.iso3) return actor.name;
    }
    return name;
}

const STEPS = 14; // across and down, at which a name is tried
const MARGINS = [40, 24, 12, 4]; // pixels from a name to the edge of its country

function middles(
    name: string,
    path: string,
    [[west, north], [east, south]]: [[number, number], [number, number]],
    [width, height]: readonly [number, number],
): [number, number][] {
    const pen = document.createElement("canvas").getContext("2d");
    const [left, right, top, bottom] = [
        Math.max(west, 0),
        Math.min(east, width),
        Math.max(north, 0),
        Math.min(south, height),
    ];
    if (!pen || right <= left || bottom <= top) return [];
    const area = new Path2D(path);
    const [wide, tall] = sizeOf([name]);
    const inside = (x: number, y: number) => pen.isPointInPath(area, x, y);
    const points = Array.from({ length: STEPS ** 2 }, (_, at): [number, number] => [
        left + (((at % STEPS) + 0.5) * (right - left)) / STEPS,
        top + ((Math.floor(at / STEPS) + 0.5) * (bottom - top)) / STEPS,
    ]).filter(([x, y]) => inside(x, y));
    return MARGINS.flatMap((margin) =>
        points.filter(([x, y]) =>
            [-1, 0, 1].every((across) =>
                [-1, 1].every((down) => inside(x + across * (wide / 2 + margin), y + down * (tall / 2 + margin))),
            ),
        ),
    );
}
