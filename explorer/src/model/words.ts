// Numbers and lists as sentences have them.

/** "a", "a and b", "a, b and c"; `between` joins where the parts have commas of their own. */
export function enumerated(parts: readonly string[], between = ", "): string {
    const last = between === ", " ? " and " : `${between}and `;
    return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(between)}${last}${parts.at(-1)}`;
}

/** "1 event", "2,000 events". */
export function counted(count: number, one: string, many = `${one}s`): string {
    return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** The first of these parts, and how many more there are. */
export function first(parts: readonly string[], most: number, between?: string): string {
    const rest = parts.length - most;
    return enumerated(rest > 0 ? [...parts.slice(0, most), `${rest.toLocaleString("en")} more`] : parts, between);
}

export function capitalised(words: string): string {
    return words.charAt(0).toUpperCase() + words.slice(1);
}
