// A text to copy, with a button that copies it and says so.
import { useState } from "preact/hooks";
import { Text } from "./text.tsx";

export function Copy({ label, text }: { label: string; text: string }) {
    const [said, setSaid] = useState("");
    const copy = () =>
        navigator.clipboard.writeText(text).then(
            () => setSaid("copied"),
            () => setSaid("the browser does not allow it: mark the text and copy it"),
        );
    return (
        <div class="copy">
            <span class="copy-label">{label}</span>
            <span class="copy-text">
                <Text>{text}</Text>
            </span>
            <button type="button" onClick={copy}>
                Copy<span class="hidden"> {label}</span>
            </button>
            <span role="status" class="said">
                {said}
            </span>
        </div>
    );
}
