// The events of a group: those with a date on a strip each, the others by name.
import { DateMark, type Fill } from "../../charts/date_mark.tsx";
import { span } from "../../charts/span.ts";
import { Strip, TALL } from "../../charts/strips.tsx";
import type { TimeScale } from "../../charts/time_scale.ts";
import { shortDate, spokenDate } from "../../model/dates.ts";
import { termLabel } from "../../model/names.ts";
import { MoreOf } from "../../parts/more_of.tsx";
import { type Status, StatusShape } from "../../parts/status_glyph.tsx";
import { Text } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";
import type { Row } from "../../tables/table.ts";
import type { Group } from "./order.ts";

/** How a band tells the status, as the shapes do. */
export const FILLS: Readonly<Record<Status, Fill>> = {
    occurred: "solid",
    ongoing: "solid",
    alleged: "hatched",
    planned: "hollow",
    conditional: "dashed",
    denied: "crossed",
};

interface Props {
    readonly group: Group;
    /** Undefined where no event has a date. */
    readonly scale: TimeScale | undefined;
    /** How many rows are drawn before the reader asks for more. */
    readonly atOnce: number;
    /** Whether the kind of event is said in each row. */
    readonly typed: boolean;
}

export function GroupRows({ group: { heading, dated, undated }, scale, atOnce, typed }: Props) {
    const { tables } = usePage();
    const all = [...dated, ...undated];
    return (
        <section>
            <h3>
                <Text>{heading}</Text> <span class="count">{all.length.toLocaleString("en")}</span>
            </h3>
            <MoreOf rows={all} atOnce={atOnce}>
                {(shown) => {
                    const [drawn, named] = [shown.slice(0, dated.length), shown.slice(dated.length)];
                    return (
                        <>
                            {scale && drawn.length > 0 && (
                                <ol>
                                    {tables.events.rows(drawn).map((event) => (
                                        <EventStrip key={event.event_id} event={event} scale={scale} typed={typed} />
                                    ))}
                                </ol>
                            )}
                            {named.length > 0 && (
                                <UndatedList
                                    events={tables.events.rows(named)}
                                    among={dated.length > 0}
                                    typed={typed}
                                />
                            )}
                        </>
                    );
                }}
            </MoreOf>
        </section>
    );
}

function EventStrip({ event, scale, typed }: { event: Row<"events">; scale: TimeScale; typed: boolean }) {
    const edtf = event.date_edtf ?? "";
    return (
        <Strip
            scale={scale}
            id={event.event_id}
            words={<EventWords event={event} typed={typed} date={spokenDate(edtf)} />}
        >
            <DateMark
                when={span(edtf)}
                scale={scale}
                y={TALL / 2}
                fill={FILLS[event.status]}
                shape={<StatusShape status={event.status} />}
                words={shortDate(edtf)}
            />
        </Strip>
    );
}

function UndatedList({ events, among, typed }: { events: Row<"events">[]; among: boolean; typed: boolean }) {
    return (
        <>
            {among && <p class="soft">Without a date:</p>}
            <ul class="undated">
                {events.map((event) => (
                    <li key={event.event_id} data-id={event.event_id}>
                        <EventWords event={event} typed={typed} date="no date" />
                    </li>
                ))}
            </ul>
        </>
    );
}

/** Shape, title and kind; status and date are said to whoever sees no shapes and strips. */
function EventWords({ event, typed, date }: { event: Row<"events">; typed: boolean; date: string }) {
    const { tables } = usePage();
    const links = useLinks();
    return (
        <span class="strip-title" data-status={event.status}>
            <svg class="glyph" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
                <StatusShape status={event.status} />
            </svg>
            <a class="quiet-link" href={links.record("events", event.event_id)}>
                <Text most={160}>{event.title}</Text>
                <span class="hidden">
                    , {termLabel(tables, "event_status", event.status)}, {date}
                </span>
            </a>
            {typed && <span class="soft"> {termLabel(tables, "event_type", event.event_type)}</span>}
            {event.disputed && <span class="conflict"> disputed</span>}
        </span>
    );
}
