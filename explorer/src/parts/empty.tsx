// What stands where there is nothing to show: why, and what would show something.
import { asked, type FilterName, NO_FILTERS } from "../state/filters.ts";
import { useFilters } from "../state/page_state.ts";

/** `what` completes "No … passes the filters" or, without filters, "The tables hold no …". */
export function Empty({ what }: { what: string }) {
    const [filters, change] = useFilters();
    const names: FilterName[] = asked(filters);
    if (!names.length) return <p class="empty">The tables hold no {what}.</p>;
    return (
        <div class="empty">
            <p>
                No {what} passes the filters by {names.join(", ")}
                {filters.alone && ", as the chosen sources alone would have it"}.
            </p>
            <button type="button" onClick={() => change(NO_FILTERS)}>
                Show all
            </button>
        </div>
    );
}
