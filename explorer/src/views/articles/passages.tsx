// The passages of an article one below the other, each taking the room that its text takes, the quotations in their places.
import { useState } from "preact/hooks";
import type { OutlinePassage, Stretch } from "../../model/outline.ts";
import { ClaimItem } from "../../parts/quotation.tsx";
import { RecordLink } from "../../parts/record_link.tsx";
import { Term } from "../../parts/term.tsx";
import { Text } from "../../parts/text.tsx";
import { useLinks, usePage } from "../../state/page_state.ts";

const AT_ONCE = 100; // passages, before the reader asks for more
const GAP = 600; // characters of a gap that are drawn to scale

export function Passages({ passages, name }: { passages: readonly OutlinePassage[]; name: string }) {
    const [most, setMost] = useState(AT_ONCE);
    return (
        <>
            <ol class="passages" aria-label={`Passages of ${name}`.slice(0, 200)}>
                {passages.slice(0, most).map((one) => (
                    <Passage key={one.passage.passage_id} of={one} />
                ))}
            </ol>
            {passages.length > most && (
                <button type="button" class="more" onClick={() => setMost(most + AT_ONCE)}>
                    Show more of {passages.length.toLocaleString("en")} passages
                </button>
            )}
        </>
    );
}

function Passage({ of: { passage, claims, quoted } }: { of: OutlinePassage }) {
    const { published } = usePage();
    const { passage_id, role, disposition, reason, seq } = passage;
    return (
        <li class={`passage passage-is-${disposition}`}>
            <p class="passage-kind">
                <RecordLink table="passages" id={passage_id}>
                    {seq}
                </RecordLink>{" "}
                <Term vocabulary="passage_role" term={role} />
            </p>
            <div>
                <p
                    class={role === "headline" ? "words words-large" : "words"}
                    lang={published.sources.find(passage.source_id)?.language}
                    dir="auto"
                >
                    <Words passage={passage} quoted={quoted} />
                </p>
                {disposition !== "coded" && (
                    <p class="dismissed">
                        Dismissed: <Text>{reason ?? "no reason is given"}</Text>
                    </p>
                )}
                {claims.length > 0 && <Claims claims={claims} />}
            </div>
        </li>
    );
}

/** Quotations where they stand, and between them a grey line as long as what is not shown. */
function Words({ passage, quoted }: Pick<OutlinePassage, "passage" | "quoted">) {
    let before = passage.char_start;
    return (
        <>
            {quoted.map((stretch) => {
                const gap = stretch.start - before;
                before = stretch.end;
                return (
                    <span key={stretch.start}>
                        <Gap length={gap} />
                        <Quoted stretch={stretch} />
                    </span>
                );
            })}
            <Gap length={passage.char_end - before} />
        </>
    );
}

function Quoted({ stretch: { text, claims } }: { stretch: Stretch }) {
    const links = useLinks();
    const [first] = claims;
    if (!first) return <Text>{text}</Text>;
    const only = claims.length === 1;
    return (
        <a
            class={claims.some((claim) => claim.in_conflict) ? "quoted quoted-disputed" : "quoted"}
            href={only ? links.record("claims", first.claim_id) : links.record("passages", first.passage_id)}
            title={only ? "1 claim rests on these words" : `${claims.length} claims rest on these words`}
        >
            <Text>{text}</Text>
        </a>
    );
}

/** Blanks in groups of five wrap as words do; the sheet of styles draws the line. */
function Gap({ length }: { length: number }) {
    if (length <= 0) return null;
    if (length === 1) return " ";
    return (
        <>
            {" "}
            <span class="gap" aria-hidden="true">
                {blanks(Math.min(length, GAP))}
            </span>
            <span class="hidden">…</span>{" "}
        </>
    );
}

/** So many blanks, of which every sixth lets the line end. */
function blanks(length: number): string {
    return Array.from({ length }, (_, at) => (at % 6 === 5 && at < length - 1 ? " " : "\u00a0")).join("");
}

function Claims({ claims }: { claims: OutlinePassage["claims"] }) {
    const [open, setOpen] = useState(false);
    return (
        <details class="passage-claims" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{claims.length === 1 ? "1 claim" : `${claims.length.toLocaleString("en")} claims`}</summary>
            {open &&
                claims.slice(0, AT_ONCE).map((claim) => (
                    <div key={claim.claim_id} class="about">
                        <p class="of">
                            <RecordLink table={claim.record_table} id={claim.record_id} />
                        </p>
                        <ClaimItem claim={claim} field />
                    </div>
                ))}
        </details>
    );
}
