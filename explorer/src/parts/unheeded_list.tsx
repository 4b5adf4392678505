// What the address asks for and cannot be asked: said above what is shown without it.
import { usePage } from "../state/page_state.ts";
import { Text } from "./text.tsx";

const MOST = 5;

export function UnheededList() {
    const { unheeded } = usePage();
    const more = unheeded.length - MOST;
    return (
        <div role="status" class="unheeded">
            {unheeded.length > 0 && (
                <>
                    <p>Part of this address says nothing here, and is left out:</p>
                    <ul>
                        {unheeded.slice(0, MOST).map(({ why, written }) => (
                            <li key={`${why} ${written}`}>
                                {why}:{" "}
                                <code>
                                    <Text most={60}>{written}</Text>
                                </code>
                            </li>
                        ))}
                        {more > 0 && <li>and {more.toLocaleString("en")} more</li>}
                    </ul>
                </>
            )}
        </div>
    );
}
