// The map itself: outlines, a mark for each place with a point, and names that lie on nothing else.
import { max, range } from "d3-array";
import { type GeoProjection, geoAzimuthalEqualArea } from "d3-geo";
import { useMemo } from "preact/hooks";
import { shortDate } from "../../model/dates.ts";
import { type Handover, lateness } from "../../model/handovers.ts";
import { counted } from "../../model/words.ts";
import { clipped } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";
import { type Box, type Label, Labels, LEADING } from "./labels.ts";
import { type Located, pointOf, type Spot } from "./located.ts";
import { countries, type Outlines } from "./outlines.ts";

const LEAST = 2.6; // pixels: the radius of a mark with one event
const MOST = 24; // pixels: the radius of the largest mark
const AROUND = 0.13; // of the map's width: what is shown beyond the outermost places
const [FLATTEST, TALLEST] = [0.5, 1.05]; // height by width
const NARROW = 560; // pixels: below that, names need more height
const KILOMETRE = 1 / 6371; // radians
const NAMED = 100; // places, the foremost, for whose names room is sought
const LINKED = 300; // places, the foremost, whose marks are links; all others are shapes of many marks, and stand in the list
const TOGETHER = 50;
const NEAR = 25; // kilometres: `where_prec` 2

interface Props {
    readonly located: Located;
    /** Longitudes and latitudes that the map shows. */
    readonly shown: readonly [number, number][];
    readonly handovers: readonly Handover[];
    readonly outlines: Outlines | undefined;
    readonly width: number;
}

interface Mark {
    readonly spot: Spot;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly label: Label | undefined;
}

export function Picture({ located, shown, handovers, outlines, width }: Props) {
    const { tables } = usePage();
    const { projection, height } = useMemo(() => framed(shown, width), [shown, width]);
    const land = useMemo(
        () => (outlines ? countries(tables, outlines, projection, width, height) : []),
        [tables, outlines, projection, width, height],
    );
    const frame = { left: 2, top: 2, right: width - 2, bottom: height - 2 };
    const pixels = projection.scale() * KILOMETRE;
    const bar = [200, 100, 50, 20].find((length) => length * pixels <= width / 4) ?? 10;
    const scaleBar = { left: 0, top: height - 24, right: bar * pixels + 60, bottom: height };
    const { marks, labels } = placed(located.inside, handovers, projection, frame, scaleBar);
    const linked = marks.slice(0, LINKED);
    const others = marks.slice(LINKED);
    return (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <svg
            class="map-picture"
            viewBox={`0 0 ${width} ${height}`}
            width={width}
            height={height}
            role="group"
            aria-label="Map"
        >
            <clipPath id="map-frame">
                <rect width={width} height={height} />
            </clipPath>
            <rect class="map-sea" width={width} height={height} />
            <g clip-path="url(#map-frame)">
                {land.map(({ name, path }) => (
                    <path key={name} class="map-land" d={path} />
                ))}
                {land.map((country) => {
                    const label = labels.within(country.name, country.middles);
                    return (
                        label && (
                            <text key={country.name} class="map-country" x={label.box.left} y={label.box.top + 11}>
                                {country.name}
                            </text>
                        )
                    );
                })}
            </g>
            {portions(others).map((some) => (
                <path key={some[0]?.spot.place.place_id} class="map-mark" d={some.map(dot).join("")} />
            ))}
            {linked.map((mark) => (
                <PlaceMark key={mark.spot.place.place_id} mark={mark} near={NEAR * pixels} />
            ))}
            <g class="map-bar" transform={`translate(10 ${height - 10})`}>
                <path d={`M0 -4V0H${bar * pixels}V-4`} />
                <text x={bar * pixels + 5} y="0">
                    {bar} km
                </text>
            </g>
            <rect class="map-edge" x="0.5" y="0.5" width={width - 1} height={height - 1} />
        </svg>
    );
}

/** Lambert's azimuthal equal-area projection around these points. */
function framed(points: readonly [number, number][], width: number): { projection: GeoProjection; height: number } {
    const shape = { type: "MultiPoint" as const, coordinates: points.map(([x, y]) => [x, y]) };
    const middle = (of: readonly number[]) => (Math.min(...of) + Math.max(...of)) / 2;
    const centre = [middle(points.map(([x]) => x)), middle(points.map(([, y]) => y))] as const;
    const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
    const margin = width * AROUND;
    if (new Set(points.map(String)).size < 2)
        return { projection: projection.scale(width * 12).translate([width / 2, width / 3]), height: (width * 2) / 3 };
    projection.fitExtent(
        [
            [margin, margin],
            [width - margin, width * TALLEST - margin],
        ],
        shape,
    );
    const flattest = width < NARROW ? 0.8 : FLATTEST;
    const ys = points.map((point) => projection(point)?.[1] ?? 0);
    const height = Math.min(
        Math.max(Math.max(...ys) - Math.min(...ys) + 2 * margin, width * flattest),
        width * TALLEST,
    );
    const [x, y] = projection.translate();
    projection.translate([x, y + height / 2 - middle(ys)]);
    return { projection, height: Math.round(height) };
}

function placed(
    spots: readonly Spot[],
    handovers: readonly Handover[],
    projection: GeoProjection,
    frame: Box,
    taken: Box,
) {
    const most = max(spots, (spot) => spot.events.length) ?? 1;
    const unit = Math.min(LEAST, MOST / Math.sqrt(Math.max(most, 1)));
    const handed = new Map([...handovers].reverse().map((one) => [one.place, one]));
    const first = [true, false].flatMap((one) => spots.filter(({ place }) => handed.has(place.place_id) === one));
    const dots = first.map((spot) => {
        const [x, y] = projection(pointOf(spot.place)) ?? [0, 0];
        return { spot, x, y, radius: Math.max(unit * Math.sqrt(spot.events.length), LEAST) };
    });
    const labels = new Labels(frame, [
        taken,
        ...dots.map(({ x, y, radius: r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r })),
    ]);
    const marks = dots.map((dot, at): Mark => {
        if (at >= NAMED) return { ...dot, label: undefined };
        const [name, told] = lines(dot.spot, handed.get(dot.spot.place.place_id));
        const label =
            (told && labels.beside([name, told], dot.x, dot.y, dot.radius)) ||
            labels.beside([name], dot.x, dot.y, dot.radius);
        return { ...dot, label };
    });
    return { marks, labels };
}

/** The name and how many events lie there; and when it was handed over. */
function lines({ place, events }: Spot, handed: Handover | undefined): [string, string | undefined] {
    const name = clipped(place.name, 40);
    const late = handed?.daysLate ? `, ${lateness(handed.daysLate)}` : "";
    return [
        events.length ? `${name} (${events.length.toLocaleString("en")})` : name,
        handed && `handed over ${shortDate(handed.when)}${late}`,
    ];
}

function PlaceMark({ mark: { spot, x, y, radius, label }, near }: { mark: Mark; near: number }) {
    const links = useLinks();
    const { place, events, precisions } = spot;
    const seat = place.point_of === "seat";
    const side = radius * Math.sqrt(Math.PI);
    const filled = events.length ? "map-mark" : "map-mark map-mark-empty";
    const named = label?.lines.join(" ") ?? place.name;
    const said = [named, seat && "drawn at its seat", counted(events.length, "event")];
    return (
        <a
            class="map-place"
            href={links.record("places", place.place_id)}
            aria-label={said.filter(Boolean).join(", ")}
            data-id={place.place_id}
        >
            {precisions.includes(2) && <circle class="map-near" cx={x} cy={y} r={near} />}
            {label?.far && <path class="map-leader" d={leader(label.box, x, y)} />}
            {seat ? (
                <rect class={filled} x={x - side / 2} y={y - side / 2} width={side} height={side} />
            ) : (
                <circle class={filled} cx={x} cy={y} r={radius} />
            )}
            {label?.lines.map((line, at) => (
                <text
                    key={line}
                    class={at === 0 ? "map-name" : "map-told"}
                    x={label.box.left}
                    y={label.box.top + 12 + at * LEADING}
                >
                    {line}
                </text>
            ))}
        </a>
    );
}

/** A browser takes the longer for a shape the more of its parts overlap. */
function portions(marks: readonly Mark[]): Mark[][] {
    return range(0, marks.length, TOGETHER).map((at) => marks.slice(at, at + TOGETHER));
}

/** A mark as part of one shape. */
function dot({ x, y, radius: r }: Mark): string {
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

/** From a point to the nearest point of its label. */
function leader({ left, right, top, bottom }: Box, x: number, y: number): string {
    return `M${x} ${y}L${Math.min(Math.max(x, left), right)} ${Math.min(Math.max(y, top), bottom)}`;
}
