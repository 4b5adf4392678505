// Casualty figures as their sources give them: numbers, ranges, or words; totals with their parts inside.
import { scaleLinear } from "d3-scale";
import { useMemo, useState } from "preact/hooks";
import { MarkPatterns } from "../../charts/date_mark.tsx";
import { useWidth } from "../../charts/width.ts";
import { shortDate } from "../../model/dates.ts";
import { BY, type By, figuresBy, greatest, losses } from "../../model/losses.ts";
import { capitalised, counted } from "../../model/words.ts";
import { Empty } from "../../parts/empty.tsx";
import { Figure } from "../../parts/figure.tsx";
import { MoreOf } from "../../parts/more_of.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Text } from "../../parts/text.tsx";
import { usePage } from "../../state/page_state.ts";
import type { Row } from "../../tables/table.ts";
import { columns } from "./columns.ts";
import { headline, others, victims } from "./in_words.ts";
import { LossRow } from "./rows.tsx";

const GROUPS = 20; // before the reader asks for more
const AT_ONCE = 40; // figures of a group, before the reader asks for more
const NARROW = 640; // pixels
const SHARE = 0.46; // of a wider page, for the bars
const ROOM = 90; // pixels beyond the greatest number, for words

export function Losses() {
    const { tables, selection } = usePage();
    const [by, setBy] = useState<By>("event");
    const figures = useMemo(() => selection.rows("casualties"), [selection]);
    return (
        <section class="losses">
            <p class="kicker">Losses</p>
            <h1 tabIndex={-1}>
                <Text most={400}>{headline(tables, figures)}</Text>
            </h1>
            {figures.length === 0 ? (
                <Empty what="figure of losses" />
            ) : (
                <Figure
                    name="losses"
                    title={`${counted(figures.length, "figure")} of losses, as the sources give them`}
                    lead={<Text most={1500}>{others(tables, figures)}</Text>}
                    columns={columns(tables)}
                    rows={figures}
                >
                    <fieldset class="choice">
                        <legend>Grouped by</legend>
                        {BY.map((name) => (
                            <label key={name}>
                                <input type="radio" name="by" checked={by === name} onChange={() => setBy(name)} />{" "}
                                {name}
                            </label>
                        ))}
                    </fieldset>
                    <Bars figures={figures} by={by} />
                    <p class="soft">
                        Bars begin at 0. A bar inside another is a part of it. Where a source gives words and no number,
                        the words stand and nothing is drawn. Equal numbers are not therefore the same people.
                    </p>
                </Figure>
            )}
        </section>
    );
}

function Bars({ figures, by }: { figures: readonly Row<"casualties">[]; by: By }) {
    const { tables } = usePage();
    const [ref, width] = useWidth<HTMLDivElement>();
    const groups = useMemo(() => figuresBy(tables, figures, by), [tables, figures, by]);
    const most = figures.reduce((max, figure) => Math.max(max, greatest(figure) ?? 0), 1);
    const narrow = width < NARROW;
    const wide = narrow ? width : Math.round(width * SHARE);
    const x = scaleLinear([0, most], [1, Math.max(wide - ROOM, 1)]).clamp(true);
    return (
        <div ref={ref} class={narrow ? "strips strips-narrow" : "strips"}>
            <MarkPatterns />
            {width > 0 && (
                <MoreOf rows={groups} atOnce={GROUPS}>
                    {(some) =>
                        some.map(({ key, figures: inside }) => (
                            <section key={key}>
                                <h3>
                                    <Heading by={by} value={key} />
                                </h3>
                                <MoreOf rows={losses(tables, inside)} atOnce={AT_ONCE}>
                                    {(shown) => (
                                        <ul>
                                            {shown.map((loss) => (
                                                <LossRow
                                                    key={loss.figure.casualty_id}
                                                    {...{ loss, by, x }}
                                                    width={wide}
                                                    depth={0}
                                                />
                                            ))}
                                        </ul>
                                    )}
                                </MoreOf>
                            </section>
                        ))
                    }
                </MoreOf>
            )}
        </div>
    );
}

function Heading({ by, value }: { by: By; value: string | null }) {
    const { tables } = usePage();
    if (value === null) return <>{by === "event" ? "Sources disagree on the event" : `No ${by} is named`}</>;
    if (by === "class") return <>{capitalised(victims({ victim_class: value } as Row<"casualties">))}</>;
    const table = { event: "events", side: "actors", reporter: "actors", article: "sources" }[by];
    const date = by === "event" ? tables.events.find(value)?.date_edtf : undefined;
    return (
        <>
            <RecordLink table={table} id={value} />
            {date && <span class="soft"> {shortDate(date)}</span>}
        </>
    );
}
