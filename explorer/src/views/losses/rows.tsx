// A figure of losses in words, with its bar beside it.
import { sourceLabel } from "../../model/claims.ts";
import { shortDate } from "../../model/dates.ts";
import { type By, greatest, type Loss } from "../../model/losses.ts";
import { capitalised } from "../../model/words.ts";
import { RecordLink } from "../../parts/record_link.tsx";
import { clipped, Text } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";
import { Bar, type Persons } from "./bar.tsx";
import { measureOf, numbers, victims } from "./in_words.ts";

interface RowProps {
    readonly loss: Loss;
    readonly by: By;
    readonly x: Persons;
    readonly width: number;
    readonly depth: number;
    /** The figure that includes it. */
    readonly whole?: Loss | undefined;
}

/** A figure, and indented below it those that it includes. */
export function LossRow({ loss, by, x, width, depth, whole }: RowProps) {
    const links = useLinks();
    const { figure, parts } = loss;
    const wording = greatest(figure) === null ? figure.wording : null;
    return (
        <>
            <li class={depth ? "strip loss-row loss-part" : "strip loss-row"} data-id={figure.casualty_id}>
                <div class="strip-words">
                    <a class="quiet-link" href={links.record("casualties", figure.casualty_id)}>
                        <span class="hidden">{clipped(numbers(figure))} </span>
                        {depth > 0 ? `of them ${measureOf(figure)}` : capitalised(measureOf(figure))}: {victims(figure)}
                    </a>
                    <span class="strip-note loss-note">
                        <Voices loss={loss} by={by} whole={whole} />
                    </span>
                </div>
                {wording === null ? (
                    <Bar loss={loss} x={x} width={width} />
                ) : (
                    <p class="loss-words">
                        <q>
                            <Text>{wording}</Text>
                        </q>
                    </p>
                )}
            </li>
            {parts.map((part) => (
                <LossRow
                    key={part.figure.casualty_id}
                    {...{ by, x, width }}
                    loss={part}
                    depth={depth + 1}
                    whole={loss}
                />
            ))}
        </>
    );
}

/** Whose losses they are, who reports them, as of when, and in which article; what the heading or the whole says is left out. */
function Voices({ loss, by, whole }: { loss: Loss; by: By; whole: Loss | undefined }) {
    const { published } = usePage();
    const { figure, event, sources } = loss;
    const differs = (column: "side_id" | "reported_by" | "as_of_edtf" | "event_id") =>
        figure[column] !== null && figure[column] !== whole?.figure[column];
    const parts = [
        by !== "side" && differs("side_id") && (
            <>
                side: <RecordLink table="actors" id={figure.side_id ?? ""} />
            </>
        ),
        by !== "reporter" && differs("reported_by") && (
            <>
                reported by <RecordLink table="actors" id={figure.reported_by ?? ""} />
            </>
        ),
        differs("as_of_edtf") && <>as of {shortDate(figure.as_of_edtf ?? "")}</>,
        by !== "event" && event && differs("event_id") && <RecordLink table="events" id={event.event_id} />,
        by !== "article" &&
            sources.join() !== whole?.sources.join() &&
            sources.map((id, at) => (
                <span key={id}>
                    {at > 0 && ", "}
                    <RecordLink table="sources" id={id}>
                        <Text>{sourceLabel(published.sources.find(id), id)}</Text>
                    </RecordLink>
                </span>
            )),
    ].filter(Boolean);
    return parts.map((part, at) => [at > 0 && "; ", part]);
}
