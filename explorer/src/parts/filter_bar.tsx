// The filters that all views share.
import { useId, useMemo } from "preact/hooks";
import { asked, type FilterName, type Filters, inTime, LISTS, NO_FILTERS, TIMES } from "../state/filters.ts";
import { useFilters, usePage } from "../state/page_state.ts";
import { choices, labelled } from "./choices.ts";
import { FoldWhereNarrow } from "./fold.tsx";
import { Pick } from "./pick.tsx";
import { Text } from "./text.tsx";

type ListName = (typeof LISTS)[number];

const LABELS: Readonly<Record<FilterName, string>> = {
    source: "Article",
    actor: "Actor",
    place: "Place",
    type: "Type of event",
    status: "Status",
    since: "Since",
    until: "Until",
};

/** `ignored` are filters that say nothing about what the view shows. */
export function FilterBar({ ignored = [] }: { ignored?: readonly FilterName[] }) {
    const [filters, change] = useFilters();
    const some = asked(filters);
    const unused = some.filter((name) => ignored.includes(name));
    return (
        <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
            <FoldWhereNarrow title="Filters">
                <div class="filter-fields">
                    {LISTS.map((name) => (
                        <ListField key={name} name={name} filters={filters} change={change} />
                    ))}
                    <TimeField name="since" filters={filters} change={change} />
                    <TimeField name="until" filters={filters} change={change} />
                </div>
            </FoldWhereNarrow>
            <Chips filters={filters} change={change} />
            {filters.source.length > 0 && (
                <label class="alone">
                    <input
                        type="checkbox"
                        checked={filters.alone}
                        onChange={(event) => change({ alone: event.currentTarget.checked })}
                    />{" "}
                    as {filters.source.length === 1 ? "this article" : "these articles"} alone would have it
                    {!filters.alone && <span class="soft"> (otherwise with the values that all articles give)</span>}
                </label>
            )}
            {TIMES.some((name) => filters[name] !== null && !ignored.includes(name)) && (
                <p class="ignored">
                    Since and until keep what may have been then: also what nobody says when it began, or whether it is
                    over.
                </p>
            )}
            {unused.length > 0 && (
                <p class="ignored">Not asked of what is shown here: {unused.map((name) => LABELS[name]).join(", ")}.</p>
            )}
        </form>
    );
}

interface FieldProps<N extends FilterName> {
    readonly name: N;
    readonly filters: Filters;
    readonly change: (change: Partial<Filters>) => void;
}

function ListField({ name, filters, change }: FieldProps<ListName>) {
    const { published } = usePage();
    const chosen = filters[name] as readonly string[];
    const all = useMemo(() => choices(published, name), [published, name]);
    return (
        <Pick
            label={LABELS[name]}
            choices={all}
            chosen={chosen}
            pick={(value) => change({ [name]: [...chosen, value] })}
        />
    );
}

function TimeField({ name, filters, change }: FieldProps<"since" | "until">) {
    const id = useId();
    return (
        <div class="filter-field">
            <label for={id}>{LABELS[name]}</label>
            <input
                id={id}
                type="text"
                size={10}
                placeholder="2020-11-25"
                title="A year, month or day: 2020, 2020-11 or 2020-11-25"
                defaultValue={filters[name] ?? ""}
                key={filters[name] ?? ""}
                onChange={(event) => {
                    const field = event.currentTarget;
                    const text = field.value.trim();
                    const wrong = text !== "" && inTime(text) === null;
                    field.setCustomValidity(wrong ? "A year, month or day is meant: 2020, 2020-11 or 2020-11-25" : "");
                    if (wrong) field.reportValidity();
                    else change({ [name]: inTime(text) });
                }}
            />
        </div>
    );
}

interface Chip {
    readonly name: FilterName;
    readonly label: string;
    /** What takes it back. */
    readonly without: Partial<Filters>;
}

/** What is asked for, each with a button that takes it back. */
function Chips({ filters, change }: Omit<FieldProps<FilterName>, "name">) {
    const { published } = usePage();
    const some = asked(filters);
    if (!some.length) return null;
    const chips = some.flatMap((name): Chip[] => {
        const value = filters[name];
        if (typeof value === "string") return [{ name, label: `${LABELS[name]} ${value}`, without: { [name]: null } }];
        const values = value ?? [];
        return values.map((one) => ({
            name,
            label: labelled(published, name as ListName, one),
            without: { [name]: values.filter((other) => other !== one) },
        }));
    });
    return (
        <ul class="chips" aria-label="Chosen filters">
            {chips.map(({ name, label, without }) => (
                <li key={`${name} ${label}`}>
                    <button type="button" title={`Take back: ${LABELS[name]}`} onClick={() => change(without)}>
                        <Text most={60}>{label}</Text> <span aria-hidden="true">×</span>
                        <span class="hidden">, take back</span>
                    </button>
                </li>
            ))}
            <li>
                <button type="button" class="plain" onClick={() => change(NO_FILTERS)}>
                    Show all
                </button>
            </li>
        </ul>
    );
}
