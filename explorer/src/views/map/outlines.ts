// The outlines of the countries around, which are background and no part of the data.
import { type ExtendedFeatureCollection, type GeoPath, type GeoProjection, geoPath, geoTransform } from "d3-geo";
import { useEffect, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { Tables } from "../../tables/table.ts";
import { size } from "./labels.ts";

export type Outlines = Parameters<typeof feature>[0];

export interface Country {
    readonly name: string;
    readonly path: string;
    /** Points at which its name lies wholly within it, those farthest from its edge first. */
    readonly middles: readonly [number, number][];
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
    width: number,
    height: number,
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
        return [{ name, path: drawn, middles: [...middles(name, drawn, width, height)] }];
    });
}

function ourName(tables: Tables, name: string): string {
    for (const { entity_id } of tables.mentions.rowsWhere(["entity_table", "surface"], "actors", name)) {
        const actor = tables.actors.find(entity_id);
        if (actor?.iso3) return actor.name;
    }
    return name;
}

function* middles(name: string, path: string, width: number, height: number): Iterable<[number, number]> {
    const pen = document.createElement("canvas").getContext("2d");
    if (!pen) return;
    const area = new Path2D(path);
    const [wide, tall] = size([name]);
    const steps = 24;
    for (const margin of [40, 24, 12, 4]) {
        const [right, down] = [wide / 2 + margin, tall / 2 + margin];
        const within = (x: number, y: number) =>
            [-1, 0, 1].every((across) =>
                [-1, 0, 1].every((up) => pen.isPointInPath(area, x + across * right, y + up * down)),
            );
        for (let row = 1; row < steps; row++) {
            for (let column = 1; column < steps; column++) {
                const [x, y] = [(column * width) / steps, (row * height) / steps];
                if (within(x, y)) yield [x, y];
            }
        }
    }
}
