// How many events begin when, where there are more than rows can show; and what leads closer to each stretch of time.
import type { Stretch, TimeScale } from "../../charts/time_scale.ts";
import { dateOf, isoDay } from "../../dates/edtf.ts";
import { MONTHS } from "../../model/dates.ts";
import { counted } from "../../model/words.ts";
import type { Day } from "../../schema/schema.ts";
import { useLinks, usePage } from "../../state/page_state.ts";
import { firstDay } from "./order.ts";

const BIN = 4; // pixels
const TALL = 56; // pixels

/** Bars over the scale: filled for what has come about, hollow for the rest. */
export function Overview({ dated, scale }: { dated: readonly number[]; scale: TimeScale }) {
    const { tables } = usePage();
    const statuses = tables.events.column("status");
    const [come, other] = [0, 1].map(() => new Uint32Array(Math.ceil(scale.width / BIN))) as [Uint32Array, Uint32Array];
    for (const position of dated) {
        const bin = Math.min(Math.floor(scale.x(firstDay(tables, position) as Day) / BIN), come.length - 1);
        const status = statuses[position];
        const bars = status === "occurred" || status === "ongoing" ? come : other;
        bars[bin] = (bars[bin] ?? 0) + 1;
    }
    const most = come.reduce((max, count, bin) => Math.max(max, count + (other[bin] ?? 0)), 1);
    const tall = (count: number) => (count / most) * (TALL - 16);
    return (
        <div class="overview">
            <p class="soft">
                Each bar: the events that begin in it, {counted(most, "event")} at most; hollow is what has not, or not
                surely, come about.
            </p>
            <svg width={scale.width} height={TALL} aria-hidden="true">
                {Array.from(come, (count, bin) => {
                    const rest = other[bin] ?? 0;
                    if (!count && !rest) return null;
                    const [filled, hollow] = [tall(count), tall(rest)];
                    const x = bin * BIN;
                    return (
                        <g key={bin}>
                            {count > 0 && <rect class="bar" x={x} y={TALL - filled} width={BIN - 1} height={filled} />}
                            {rest > 0 && (
                                <rect
                                    class="bar-hollow"
                                    x={x + 0.5}
                                    y={TALL - filled - hollow}
                                    width={BIN - 2}
                                    height={hollow}
                                />
                            )}
                        </g>
                    );
                })}
            </svg>
        </div>
    );
}

/** Links that ask for the events of one stretch of the scale; of its years where it is in one piece. */
export function Closer({ scale }: { scale: TimeScale }) {
    const { address } = usePage();
    const links = useLinks();
    const parts = scale.stretches.length > 1 ? scale.stretches : years(scale.stretches[0] as Stretch);
    if (parts.length < 2) return null;
    return (
        <nav class="closer" aria-label="Closer">
            <span class="soft">Closer:</span>
            {parts.map(({ first, last }) => (
                <a
                    key={first}
                    href={links.view("timeline", { ...address.filters, since: isoDay(first), until: isoDay(last - 1) })}
                >
                    {period(first, last - 1)}
                </a>
            ))}
        </nav>
    );
}

function years({ first, last }: Stretch): { first: Day; last: Day }[] {
    const [from, to] = [first, last - 1].map((day) => dateOf(day).getUTCFullYear()) as [number, number];
    const apart = Math.ceil((to - from + 1) / 12);
    const begins = (year: number) => Date.UTC(year, 0, 1) / 86_400_000;
    return Array.from({ length: Math.ceil((to - from + 1) / apart) }, (_, n) => {
        const year = from + n * apart;
        return { first: begins(year), last: begins(Math.min(year + apart, to + 1)) };
    });
}

/** "1988–1994", "September–November 2020", "July 2020". */
function period(first: Day, last: Day): string {
    const [from, to] = [dateOf(first), dateOf(last)];
    const [opening, closing] = [from.getUTCFullYear(), to.getUTCFullYear()];
    const whole = from.getUTCMonth() === 0 && to.getUTCMonth() === 11;
    if (closing - opening > 1 || whole) return opening === closing ? `${opening}` : `${opening}–${closing}`;
    const month = (date: Date) => MONTHS[date.getUTCMonth()]?.slice(0, 3);
    if (opening !== closing) return `${month(from)} ${opening} – ${month(to)} ${closing}`;
    return month(from) === month(to) ? `${month(to)} ${closing}` : `${month(from)}–${month(to)} ${closing}`;
}
