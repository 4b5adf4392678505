// Writes the outlines of the countries around: Natural Earth's, from the package world-atlas, cut to the region.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { geoIdentity } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import { EXPLORER } from "./places.mjs";

/** The file of the package whose outlines are in the page. */
export const OUTLINES_FROM = "node_modules/world-atlas/countries-10m.json";

const REGION = [
    [40, 37],
    [52, 43.6],
]; // west and south, east and north, in degrees
const LEAST = 2e-4; // square degrees: a triangle of an outline that is smaller is left out
const STEPS = 4000; // of longitude and of latitude, to which points are rounded

export async function writeOutlines(file) {
    const world = JSON.parse(await readFile(join(EXPLORER, OUTLINES_FROM), "utf8"));
    const countries = feature(world, world.objects.countries);
    const cut = geoProject(countries, geoIdentity().clipExtent(REGION));
    const within = {
        type: "FeatureCollection",
        features: cut.features
            .filter(({ geometry }) => geometry?.coordinates.length)
            .map(({ geometry, id, properties }) => ({
                type: "Feature",
                id,
                properties: { name: properties.name },
                geometry,
            })),
    };
    const weighted = presimplify(topology({ countries: within }));
    const thinned = filter(simplify(weighted, LEAST), filterWeight(weighted, LEAST));
    await writeFile(file, JSON.stringify(quantize(thinned, STEPS)));
}
