// Events on a scale of days that is broken where little happens.
import { useMemo, useState } from "preact/hooks";
import { Strips } from "../../charts/strips.tsx";
import { parse } from "../../dates/edtf.ts";
import { shortDate, spokenDate, spokenStart } from "../../model/dates.ts";
import { handovers, spokenHandover } from "../../model/handovers.ts";
import { nameOf, termLabel } from "../../model/names.ts";
import { counted, enumerated, first } from "../../model/words.ts";
import type { TableColumn } from "../../parts/data_table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Figure } from "../../parts/figure.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { STATUSES } from "../../parts/status_glyph.tsx";
import { Text } from "../../parts/text.tsx";
import type { Day } from "../../schema/schema.ts";
import { usePage } from "../../state/page_state.ts";
import type { Tables } from "../../tables/table.ts";
import { TimeKey } from "./key.tsx";
import { daysOf, firstDay, grouped, ORDERS, type Order } from "./order.ts";
import { Closer, Overview } from "./overview.tsx";
import { GroupRows } from "./rows.tsx";

const MOST = 400; // rows of all groups together that are drawn at once
const FIRST = 120; // of more than these, how many are drawn before the reader asks for more
const UNDATED = 24; // rows of a group of which none has a date
const FEWEST = 5; // rows of each group, where there are more

export function Timeline() {
    const { tables, selection } = usePage();
    const [order, setOrder] = useState<Order>("time");
    const positions = useMemo(() => selection.positions("events"), [selection]);
    const groups = useMemo(() => grouped(tables, positions, order), [tables, positions, order]);
    const dated = useMemo(() => positions.filter((at) => firstDay(tables, at) !== null), [tables, positions]);
    const days = useMemo(() => [...daysOf(tables, dated)], [tables, dated]);
    const { since, until } = selection.filters;
    const window = { since: since ? parse(since).earliest : null, until: until ? parse(until).latest : null };
    const atOnce = positions.length <= MOST ? MOST : Math.max(FEWEST, Math.floor(FIRST / groups.length));
    return (
        <section class="timeline">
            <p class="kicker">Timeline</p>
            <h1 tabIndex={-1}>
                <Text>{headline(tables, dated, (position) => selection.has("events", position))}</Text>
            </h1>
            {positions.length === 0 ? (
                <Empty what="event" />
            ) : (
                <Figure
                    name="timeline"
                    title={`${counted(positions.length, "event")}, ${dated.length.toLocaleString("en")} of them with a date`}
                    lead={<Lead tables={tables} positions={positions} />}
                    columns={columns(tables)}
                    rows={positions}
                >
                    <TimeKey tables={tables} positions={positions} />
                    <fieldset class="choice">
                        <legend>In order of</legend>
                        {ORDERS.map((name) => (
                            <label key={name}>
                                <input
                                    type="radio"
                                    name="order"
                                    checked={order === name}
                                    onChange={() => setOrder(name)}
                                />{" "}
                                {name}
                            </label>
                        ))}
                    </fieldset>
                    <Strips days={days} window={window} beside={(scale) => <Closer scale={scale} />}>
                        {(scale) => (
                            <>
                                {scale && dated.length > MOST && <Overview dated={dated} scale={scale} />}
                                {groups.map((group) => (
                                    <GroupRows
                                        key={`${order} ${group.heading}`}
                                        group={group}
                                        scale={scale}
                                        atOnce={group.dated.length ? atOnce : Math.min(atOnce, UNDATED)}
                                        typed={order !== "type"}
                                    />
                                ))}
                            </>
                        )}
                    </Strips>
                </Figure>
            )}
        </section>
    );
}

/** What changed hands, and when; without that, from when to when the events are dated. */
function headline(tables: Tables, dated: readonly number[], passes: (position: number) => boolean): string {
    const found = handovers(tables, passes);
    if (found.length) {
        return `Handed over: ${first(
            found.map((handover) => spokenHandover(tables, handover)),
            4,
            "; ",
        )}`;
    }
    if (!dated.length) return "Events, none of them with a date";
    const dates = tables.events.column("date_edtf");
    const day = (position: number) => firstDay(tables, position) as Day;
    const [earliest, latest] = dated.reduce(
        ([least, greatest], at) => [day(at) < day(least) ? at : least, day(at) > day(greatest) ? at : greatest],
        [dated[0] as number, dated[0] as number],
    );
    const [from, to] = [earliest, latest].map((at) => spokenStart(dates[at] ?? "")) as [string, string];
    const count = counted(dated.length, "dated event");
    if (dated.length === 1) return `${count}: ${spokenDate(dates[earliest] ?? "")}`;
    return from === to ? `${count}, of ${from}` : `${count}, the first of ${from}, the last of ${to}`;
}

function Lead({ tables, positions }: { tables: Tables; positions: readonly number[] }) {
    const statuses = tables.events.column("status");
    const counts = new Map<string, number>();
    for (const position of positions) {
        const status = statuses[position] ?? "";
        counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    const parts = STATUSES.filter((status) => counts.has(status)).map(
        (status) => `${counts.get(status)?.toLocaleString("en")} ${termLabel(tables, "event_status", status)}`,
    );
    return (
        <>
            By status: {enumerated(parts)}. The scale is cut where little happens for long, and each cut is marked;
            longer stretches of years take less room than busy weeks.
        </>
    );
}

function columns(tables: Tables): TableColumn<number>[] {
    const { events } = tables;
    const row = (position: number) => events.row(position);
    return [
        {
            name: "event_id",
            cell: (at) => row(at).event_id,
            drawn: (at) => <RecordLink table="events" id={row(at).event_id} />,
        },
        { name: "title", cell: (at) => row(at).title },
        { name: "event_class", cell: (at) => row(at).event_class },
        { name: "event_type", cell: (at) => row(at).event_type },
        { name: "status", cell: (at) => row(at).status },
        {
            name: "date_edtf",
            cell: (at) => row(at).date_edtf,
            drawn: (at) => row(at).date_edtf && shortDate(row(at).date_edtf ?? ""),
        },
        { name: "place", cell: (at) => row(at).place_id && nameOf(tables, "places", row(at).place_id ?? "") },
        { name: "where_prec", numeric: true, cell: (at) => row(at).where_prec },
        { name: "disputed", cell: (at) => row(at).disputed },
    ];
}
