// Places in words: how each article calls them, how precisely events are placed there, and which these are.
import { group } from "d3-array";
import { sourceLabel } from "../../model/claims.ts";
import { shortDate } from "../../model/dates.ts";
import { surfaceForms } from "../../model/surface_forms.ts";
import { counted, enumerated } from "../../model/words.ts";
import { MoreOf } from "../../parts/more_of.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { StatusShape } from "../../parts/status_glyph.tsx";
import { Text } from "../../parts/text.tsx";
import { usePage } from "../../state/page_state.ts";
import type { Spot } from "./located.ts";

const EVENTS = 10; // of a place, before the reader asks for more
const PLACES = 60; // before the reader asks for more
const ARTICLES = 8; // that name a place, before the reader asks for more
const FORMS = 3; // names in one article

/** UCDP's ladder of `where_prec`. */
const PRECISION: Readonly<Record<number, string>> = {
    1: "exactly there",
    2: "within about 25 km of it",
    3: "somewhere in the district",
    4: "somewhere in the region",
    5: "along a line or in a larger vague area",
    6: "somewhere in the country",
    7: "beyond one country",
};

export function precisionWords(precision: number): string {
    return PRECISION[precision] ?? String(precision);
}

export function PlaceList({ heading, spots }: { heading: string; spots: readonly Spot[] }) {
    if (!spots.length) return null;
    return (
        <section class="place-list">
            <h3>
                {heading} <span class="count">{counted(spots.length, "place")}</span>
            </h3>
            <MoreOf rows={spots} atOnce={PLACES}>
                {(shown) => (
                    <ul class="places">
                        {shown.map((spot) => (
                            <PlaceItem key={spot.place.place_id} spot={spot} />
                        ))}
                    </ul>
                )}
            </MoreOf>
        </section>
    );
}

function PlaceItem({ spot: { place, events, precisions } }: { spot: Spot }) {
    const { tables } = usePage();
    const disputed = tables.claims
        .rowsWhere(["record_table", "record_id"], "places", place.place_id)
        .some((claim) => claim.in_conflict);
    return (
        <li data-id={place.place_id}>
            <p class="place-name">
                <RecordLink table="places" id={place.place_id} />
                {disputed && <span class="conflict"> disputed what it is part of</span>}
            </p>
            <Names id={place.place_id} />
            {place.point_of === "seat" && <p class="soft">The point is the district's seat.</p>}
            {events.length > 0 && (
                <details>
                    <summary>
                        {counted(events.length, "event")}
                        {precisions.length > 0 && `, ${enumerated(precisions.map(precisionWords))}`}
                    </summary>
                    <MoreOf rows={events} atOnce={EVENTS}>
                        {(shown) => (
                            <ul>
                                {tables.events.rows(shown).map((event) => (
                                    <li key={event.event_id} class="strip-title" data-status={event.status}>
                                        <svg
                                            class="glyph"
                                            viewBox="-7 -7 14 14"
                                            width="14"
                                            height="14"
                                            aria-hidden="true"
                                        >
                                            <StatusShape status={event.status} />
                                        </svg>
                                        <RecordLink table="events" id={event.event_id} />{" "}
                                        {event.date_edtf && <span class="soft">{shortDate(event.date_edtf)}</span>}
                                    </li>
                                ))}
                            </ul>
                        )}
                    </MoreOf>
                </details>
            )}
        </li>
    );
}

/** The names that each article uses, the most frequent first. */
function Names({ id }: { id: string }) {
    const { tables, published } = usePage();
    const bySource = [...group(surfaceForms(tables, "places", id), (form) => form.source)];
    if (!bySource.length) return null;
    return (
        <MoreOf rows={bySource} atOnce={ARTICLES}>
            {(shown) => (
                <ul class="place-names">
                    {shown.map(([source, forms]) => (
                        <li key={source}>
                            {forms.slice(0, FORMS).map(({ surface }) => (
                                <q key={surface}>
                                    <Text most={80}>{surface}</Text>
                                </q>
                            ))}{" "}
                            <span class="soft">
                                <Text>{sourceLabel(published.sources.find(source), source)}</Text>
                            </span>
                        </li>
                    ))}
                </ul>
            )}
        </MoreOf>
    );
}
