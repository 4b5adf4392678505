// Places and the events that lie there, on outlines of the countries around.
import { useMemo } from "preact/hooks";
import { useWidth } from "../../charts/width.ts";
import { handovers, spokenHandover } from "../../model/handovers.ts";
import { surfaceForms } from "../../model/surface_forms.ts";
import { counted, enumerated, first } from "../../model/words.ts";
import type { TableColumn } from "../../parts/data_table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Figure } from "../../parts/figure.tsx";
import { usePage } from "../../state/page_state.ts";
import type { Tables } from "../../tables/table.ts";
import { located, type Spot } from "./located.ts";
import { useOutlines } from "./outlines.ts";
import { Picture } from "./picture.tsx";
import { PlaceList } from "./place_list.tsx";

export function PlacesMap() {
    const { tables, selection } = usePage();
    const outlines = useOutlines();
    const [ref, width] = useWidth<HTMLDivElement>();
    const found = useMemo(
        () => located(tables, selection.positions("events"), (place) => selection.has("places", place)),
        [tables, selection],
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
                    title={`${counted(placed, "event")} with a place, ${nowhere.toLocaleString("en")} without`}
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
    const parts = most
        .slice(0, 2)
        .map(({ place, events }) => `${place.name.slice(0, 80)} (${events.length.toLocaleString("en")})`);
    return `Of ${counted(placed, "event")} with a place, most lie in ${enumerated(parts)}`;
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
