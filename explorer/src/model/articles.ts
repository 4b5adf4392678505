// What an article is called, who published it, and how its day is known.
import type { Row } from "../tables/table.ts";
import { spokenDate } from "./dates.ts";

const WORDS = 3; // of a title that stands for an outlet

type Source = Row<"sources">;

/** The outlet in few words: who published or first wrote it, else the author; what the capture does not name is said. */
export function outletOf(source: Source | undefined): string {
    return source?.publisher ?? source?.origin ?? source?.author ?? "Outlet not named";
}

/** Outlet and day, such as "AFP, 25–30 November 2020"; where no outlet is known, the title opens it. */
export function shortName(source: Source | undefined, id: string): string {
    if (!source) return id;
    const { title, published_edtf } = source;
    const name = namesNobody(source) && title ? `“${opening(title)}”` : outletOf(source);
    return published_edtf ? `${name}, ${spokenDate(published_edtf)}` : name;
}

/** Outlet, day and title, which together tell articles apart in a list. */
export function fullName(source: Source | undefined, id: string): string {
    const title = source?.title;
    if (!source || !title) return shortName(source, id);
    return namesNobody(source) && source.published_edtf
        ? `“${title}”, ${spokenDate(source.published_edtf)}`
        : `${shortName(source, id)}: ${title}`;
}

function namesNobody({ publisher, origin, author }: Source): boolean {
    return !(publisher ?? origin ?? author);
}

/** The first words of a title. */
function opening(title: string): string {
    const words = title.slice(0, 200).split(" ");
    return words.length > WORDS ? `${words.slice(0, WORDS).join(" ")} …` : words.join(" ");
}

/** Who reprints whom, beside the outlet's name; where the capture names no publisher, that. */
export function provenance({ publisher, origin, author }: Source): string {
    if (publisher) return origin ? `reprints ${origin}` : author ? `by ${author}` : "its own report";
    return `${origin ? "reprinted " : ""}on a site that the capture does not name`;
}
