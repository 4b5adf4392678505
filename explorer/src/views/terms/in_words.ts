// What became of the terms, as a sentence.
import { lateness } from "../../model/handovers.ts";
import { STATES, type State, type TermOfAgreement } from "../../model/terms_of_agreements.ts";
import { counted, enumerated } from "../../model/words.ts";

/** How a sentence says how many terms are in each state. */
const PHRASES: Readonly<Record<State, string>> = {
    fulfilled: "fulfilled",
    late: "fulfilled late",
    partly_fulfilled: "partly fulfilled",
    breached: "breached",
    disputed: "disputed",
    postponed: "postponed",
    pending: "pending",
    untold: "without a reported outcome",
    silence: "left silent",
    ambiguity: "unclear",
};
const MOST = 3; // terms that are named

/** "Of 27 terms of 3 agreements, 5 are fulfilled, 1 fulfilled late and 10 pending". */
export function summary(counts: ReadonlyMap<State, number>, terms: number, agreements: number): string {
    if (!terms) return "Terms of agreements";
    const parts = STATES.filter((state) => counts.get(state)).map(
        (state, at) =>
            `${counts.get(state)}${at === 0 ? (counts.get(state) === 1 ? " is" : " are") : ""} ${PHRASES[state]}`,
    );
    return `Of ${counted(terms, "term")} of ${counted(agreements, "agreement")}, ${enumerated(parts)}`;
}

/** Which terms were late, and by how much; which were breached, and on which the sources disagree. */
export function inWords(terms: readonly TermOfAgreement[]): string {
    const late = terms.filter(({ state }) => state === "late");
    const parts = [
        named("Late", late, (term) => {
            const days = Math.max(...term.outcomes.map(({ daysLate }) => daysLate ?? 0));
            return days ? ` (${lateness(days)})` : "";
        }),
        named(
            "Breached",
            terms.filter(({ state }) => state === "breached"),
        ),
        named(
            "Disputed",
            terms.filter(({ disputed }) => disputed),
        ),
    ].filter(Boolean);
    return [
        ...parts,
        "A term without a strip is one to which no article gives a date. Each leads to the words for it.",
    ].join(" ");
}

function named(label: string, terms: readonly TermOfAgreement[], more = (_: TermOfAgreement) => ""): string {
    if (!terms.length) return "";
    const some = terms.slice(0, MOST).map((term) => `“${term.clause.summary.replace(/\.$/, "")}”${more(term)}`);
    const rest = terms.length - some.length;
    return `${label}: ${enumerated(rest ? [...some, `${rest} more`] : some)}.`;
}
