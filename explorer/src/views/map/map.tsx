// Places and the events that lie there, on outlines of the countries around.
import { useMemo } from "preact/hooks";
import { useWidth } from "../../charts/width.ts";
import { handovers, spokenHandover } from "../../model/handovers.ts";
import { surfaceForms } from "../../model/surface_forms.ts";
import { counted, enumerated, first } from "../../model/words.ts";
import type { TableColumn } from "../../parts/data_table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Figure } from "../../parts/figure.tsx";
import { clipped } from "../../parts/text.tsx";
import { usePage } from "../../state/page_state.ts";
import type { Tables } from "../../tables/table.ts";
import { around, located, type Spot } from "./located.ts";
import { useOutlines } from "./outlines.ts";
import { Picture } from "./picture.tsx";
import { PlaceList } from "./place_list.tsx";

const NAMED = 3; // places with as many events, in the headline

export function PlacesMap() {
    const { tables, selection } = usePage();
    const outlines = useOutlines();
    const [ref, width] = useWidth<HTMLDivElement>();
    const { near, frame } = useMemo(() => around(tables), [tables]);
    const found = useMemo(
        () => located(tables, near, selection.positions("events"), (place) => selection.has("places", place)),
        [tables, near, selection],
    );
    const { inside, beyond, pointless, nowhere } = found;
    const spots = [...inside, ...beyond, ...pointless];
    const handed = useMemo(() => handovers(tables, (event) => selection.has("events", event)), [tables, selection]);
    const placed = spots.reduce((sum, { events }) => sum + events.length, 0);
    return (
        <section class="map">
            <p class="kicker">Map</p>
            <h1 tabIndex={-1}>{headline(spots, placed)}</h1>
            {spots.length === 0 ? (
                <Empty what="place" />
            ) : (
                <Figure
                    name="map"
                    title={`${counted(spots.length, "place")}; ${counted(placed, "event")} with a place, ${nowhere.toLocaleString("en")} without`}
                    lead={
                        handed.length > 0 &&
                        `Handed over: ${first(
                            handed.map((one) => spokenHandover(tables, one)),
                            4,
                            "; ",
                        )}.`
                    }
                    columns={columns(tables)}
                    rows={spots}
                >
                    <Key spots={inside} />
                    <div ref={ref}>
                        {width > 0 && (
                            <Picture
                                located={found}
                                shown={frame}
                                handovers={handed}
                                outlines={outlines instanceof Error ? undefined : outlines}
                                width={width}
                            />
                        )}
                    </div>
                    {outlines instanceof Error && (
                        <p class="conflict">The outlines are not drawn: {outlines.message}.</p>
                    )}
                    <p class="soft">
                        Outlines of states: Natural Earth 4.1, with borders as it draws them; background, and no part of
                        the data. The larger the mark, the more events; their number stands in brackets.
                    </p>
                    <PlaceList heading="On the map" spots={inside} />
                    <PlaceList heading="Beyond the map" spots={beyond} />
                    <PlaceList heading="Without a point, and not drawn" spots={pointless} />
                    {nowhere > 0 && <p class="soft">For {counted(nowhere, "event")} no article gives a place.</p>}
                </Figure>
            )}
        </section>
    );
}

function Key({ spots }: { spots: readonly Spot[] }) {
    const marks = [
        {
            shown: spots.some(({ place, events }) => place.point_of !== "seat" && events.length),
            mark: <circle class="map-mark" r="5" />,
            words: "a place",
        },
        {
            shown: spots.some(({ place }) => place.point_of === "seat"),
            mark: <rect class="map-mark" x="-4.5" y="-4.5" width="9" height="9" />,
            words: "the seat of a district; events lie somewhere in the district",
        },
        {
            shown: spots.some(({ events }) => !events.length),
            mark: <circle class="map-mark map-mark-empty" r="4" />,
            words: "no event there",
        },
        {
            shown: spots.some(({ precisions }) => precisions.includes(2)),
            mark: <circle class="map-near" r="6" />,
            words: "some of its events lie within about 25 km",
        },
    ];
    return (
        <ul class="legend" aria-label="Marks">
            {marks
                .filter(({ shown }) => shown)
                .map(({ mark, words }) => (
                    <li key={words} class="legend-key">
                        <svg class="glyph" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
                            {mark}
                        </svg>
                        {words}
                    </li>
                ))}
        </ul>
    );
}

/** Where most of the events lie. */
function headline(spots: readonly Spot[], placed: number): string {
    const most = spots.filter(({ events }) => events.length).sort((a, b) => b.events.length - a.events.length);
    if (!most.length) return spots.length ? `${counted(spots.length, "place")}, and no event there` : "Places";
    const count = (at: number) => most[at]?.events.length ?? 0;
    const told = (spot: Spot) => `${clipped(spot.place.name, 80)} (${spot.events.length.toLocaleString("en")})`;
    const all = `Of ${counted(placed, "event")} with a place`;
    // As many as lie in the second lie in others too: none of them is named before the rest.
    const foremost = most.filter(({ events }) => events.length === count(0));
    if (count(0) === 1) return `${all}, each lies in another`;
    if (foremost.length <= NAMED) {
        const second = foremost.length === 1 && count(1) > 1 && count(1) > count(2) ? most.slice(1, 2) : [];
        return `${all}, most lie in ${enumerated([...foremost, ...second].map(told))}`;
    }
    return `${all}, most lie in ${foremost.length} places with ${counted(count(0), "event")} each`;
}

function columns(tables: Tables): TableColumn<Spot>[] {
    return [
        { name: "place_id", cell: ({ place }) => place.place_id },
        { name: "name", cell: ({ place }) => place.name },
        { name: "place_type", cell: ({ place }) => place.place_type },
        { name: "events", numeric: true, cell: ({ events }) => events.length },
        { name: "where_prec", cell: ({ precisions }) => precisions.join("; ") },
        { name: "latitude", numeric: true, cell: ({ place }) => place.latitude },
        { name: "longitude", numeric: true, cell: ({ place }) => place.longitude },
        { name: "point_of", cell: ({ place }) => place.point_of },
        {
            name: "names in the articles",
            cell: ({ place }) =>
                surfaceForms(tables, "places", place.place_id)
                    .map(({ source, surface }) => `${surface} (${source})`)
                    .join("; "),
        },
    ];
}
