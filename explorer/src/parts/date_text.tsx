// Dates as people write them, with the machine's form beside.
import { spokenDate } from "../model/dates.ts";
import { Text } from "./text.tsx";

/** An EDTF date in words; `bare` leaves out the EDTF text where room is short. */
export function DateText({ edtf, bare = false }: { edtf: string | null; bare?: boolean }) {
    if (edtf === null) return <span class="unknown">no date</span>;
    return (
        <span class="date">
            <Text>{spokenDate(edtf)}</Text>
            {!bare && <MachineForm>{edtf}</MachineForm>}
        </span>
    );
}

/** What the tables hold, in small letters behind what people read. */
export function MachineForm({ children }: { children: string }) {
    return (
        <code class="machine">
            <Text>{children}</Text>
        </code>
    );
}
