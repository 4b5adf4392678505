// A field that picks one of some choices, or one of very many.
import { useId, useState } from "preact/hooks";
import type { Choice } from "./choices.ts";

interface Props {
    readonly label: string;
    readonly choices: readonly Choice[];
    /** The values that are chosen already. */
    readonly chosen: readonly string[];
    readonly pick: (value: string) => void;
}

const LISTED = 200; // choices that a list is still read with
const PROPOSED = 30; // of more, as many at once as fit what is typed

export function Pick(props: Props) {
    return props.choices.length > LISTED ? <Typed {...props} /> : <Listed {...props} />;
}

function Listed({ label: name, choices, chosen, pick }: Props) {
    const field = useId();
    return (
        <div class="filter-field">
            <label for={field}>{name}</label>
            <select
                id={field}
                value=""
                onChange={(event) => {
                    const { value } = event.currentTarget;
                    event.currentTarget.value = "";
                    if (value) pick(value);
                }}
            >
                <option value="">{chosen.length ? "add another" : "any"}</option>
                {choices
                    .filter(({ value }) => !chosen.includes(value))
                    .map(({ value, label }) => (
                        <option key={value} value={value}>
                            {label}
                        </option>
                    ))}
            </select>
        </div>
    );
}

/** Proposes what fits the letters that are typed; an id, or a whole label, picks. */
function Typed({ label: name, choices, chosen, pick }: Props) {
    const [typed, setTyped] = useState("");
    const field = useId();
    const list = useId();
    const wanted = typed.toLowerCase();
    const proposed: Choice[] = [];
    for (const choice of wanted ? choices : []) {
        if (proposed.length === PROPOSED) break;
        const fits = choice.label.toLowerCase().includes(wanted) || choice.value.includes(wanted);
        if (fits && !chosen.includes(choice.value)) proposed.push(choice);
    }
    const take = (text: string) => {
        const found = proposed.find(({ value, label }) => value === text || label === text);
        setTyped(found ? "" : text);
        if (found) pick(found.value);
    };
    return (
        <div class="filter-field">
            <label for={field}>{name}</label>
            <input
                id={field}
                type="text"
                list={list}
                value={typed}
                placeholder={chosen.length ? "add another" : "any; type a name"}
                onInput={(event) => take(event.currentTarget.value)}
            />
            <datalist id={list}>
                {proposed.map(({ value, label }) => (
                    <option key={value} value={value}>
                        {label}
                    </option>
                ))}
            </datalist>
        </div>
    );
}
