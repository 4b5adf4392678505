// What became of a term as a shape, told apart without colour, and in words.
import type { State } from "../model/terms_of_agreements.ts";

const WORDS: Readonly<Record<State, string>> = {
    fulfilled: "fulfilled",
    late: "fulfilled late",
    partly_fulfilled: "partly fulfilled",
    breached: "breached",
    disputed: "disputed whether fulfilled",
    postponed: "postponed",
    pending: "pending",
    untold: "no outcome reported",
    silence: "silent, as a source points out",
    ambiguity: "unclear, as a source points out",
};

export function stateWords(state: State): string {
    return WORDS[state];
}

/** The shape alone: its middle at 0, 0. */
export function OutcomeShape({ state }: { state: State }) {
    switch (state) {
        case "fulfilled":
            return <circle class="shape-filled" r="5" />;
        case "late":
            return <rect class="shape-filled" x="-4.5" y="-4.5" width="9" height="9" />;
        case "partly_fulfilled":
            return (
                <>
                    <circle class="shape-hollow" r="5" />
                    <path class="shape-filled" d="M0 -5A5 5 0 0 0 0 5Z" />
                </>
            );
        case "breached":
            return <path class="shape-line shape-thick" d="M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5" />;
        case "disputed":
            return (
                <>
                    <path class="shape-hollow shape-conflict" d="M0 -6L6 0L0 6L-6 0Z" />
                    <path class="shape-filled shape-conflict" d="M0 -6L0 6L-6 0Z" />
                </>
            );
        case "postponed":
            return <path class="shape-hollow" d="M-4.5 -5L5 0L-4.5 5Z" />;
        case "pending":
            return <circle class="shape-hollow" r="5" />;
        case "untold":
            return <circle class="shape-filled" r="1.5" />;
        case "silence":
            return <path class="shape-line shape-thick" d="M-5 0H5" />;
        case "ambiguity":
            return (
                <text class="shape-text" text-anchor="middle" y="5">
                    ?
                </text>
            );
    }
}

export function OutcomeGlyph({ state }: { state: State }) {
    return (
        <svg class="glyph" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
            <OutcomeShape state={state} />
        </svg>
    );
}
