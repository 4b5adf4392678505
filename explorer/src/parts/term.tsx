// A term of a vocabulary by its label, with its definition on hover and for screen readers.
import { termDefinition, termLabel } from "../model/names.ts";
import type { Vocabulary } from "../schema/schema.ts";
import { usePage } from "../state/page_state.ts";
import { Text } from "./text.tsx";

export function Term({ vocabulary, term }: { vocabulary: Vocabulary; term: string }) {
    const { tables } = usePage();
    return (
        <span class="term" title={termDefinition(tables, vocabulary, term)}>
            <Text>{termLabel(tables, vocabulary, term)}</Text>
        </span>
    );
}
