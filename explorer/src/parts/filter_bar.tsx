// The filters that all views share.
import { compare } from "../model/claims.ts";
import { nameOf, termLabel } from "../model/names.ts";
import { asked, type FilterName, type Filters, inTime, LISTS, NO_FILTERS } from "../state/filters.ts";
import { useFilters, usePage } from "../state/page_state.ts";
import type { Tables } from "../tables/table.ts";
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
            <div class="filter-fields">
                {LISTS.map((name) => (
                    <ListField key={name} name={name} filters={filters} change={change} />
                ))}
                <TimeField name="since" filters={filters} change={change} />
                <TimeField name="until" filters={filters} change={change} />
            </div>
            <Chips filters={filters} change={change} />
            {filters.source.length > 0 && (
                <label class="alone">
                    <input
                        type="checkbox"
                        checked={filters.alone}
                        onChange={(event) => change({ alone: event.currentTarget.checked })}
                    />{" "}
                    as {filters.source.length === 1 ? "this article" : "these articles"} alone would have it
                </label>
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
    const left = choices(published, name).filter(([value]) => !chosen.includes(value));
    return (
        <label>
            <span>{LABELS[name]}</span>
            <select
                value=""
                onChange={(event) => {
                    const { value } = event.currentTarget;
                    event.currentTarget.value = "";
                    if (value) change({ [name]: [...chosen, value] });
                }}
            >
                <option value="">{chosen.length ? "add another" : "any"}</option>
                {left.map(([value, label]) => (
                    <option key={value} value={value}>
                        {label}
                    </option>
                ))}
            </select>
        </label>
    );
}

function TimeField({ name, filters, change }: FieldProps<"since" | "until">) {
    return (
        <label>
            <span>{LABELS[name]}</span>
            <input
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
        </label>
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

function labelled(tables: Tables, name: ListName, value: string): string {
    if (name === "type") return termLabel(tables, "event_type", value);
    if (name === "status") return termLabel(tables, "event_status", value);
    return nameOf(tables, `${name}s`, value);
}

/** What a filter can ask for: each value with its label, in the order of labels. */
function choices(tables: Tables, name: ListName): [string, string][] {
    const values =
        name === "type" || name === "status"
            ? tables.events.groups(name === "type" ? "event_type" : "status").keys()
            : { source: tables.sources, actor: tables.actors, place: tables.places }[name]
                  .groups(`${name}_id` as never)
                  .keys();
    return Array.from(values, (value): [string, string] => [value, labelled(tables, name, value).slice(0, 80)]).sort(
        (a, b) => compare(a[1], b[1]),
    );
}
