// Text as words that are compared, by the rules of karabakh_data/reader/search.py.

/** Letters that are no other letter with a mark, and how those write them who have no such key. */
const LETTERS: Readonly<Record<string, string>> = {
    ...{ ə: "e", ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th" },
    ς: "σ", // which folding of case makes one, and lower case does not
};
const APOSTROPHES = /['’‘`´ʼʻʹ]/g;
const WORD = /[\p{L}\p{N}_]+/gu;

/** No capitals, marks or apostrophes, and one space for all that parts words. */
export function folded(text: string): string {
    const bare = text.replace(APOSTROPHES, "");
    // Upper case first, for the letters of which only it has the pair: "ſ" is an s.
    const plain = isAscii(bare) ? bare.toLowerCase() : unmarked(bare.toUpperCase().toLowerCase().normalize("NFKD"));
    return (plain.match(WORD) ?? []).join(" ");
}

/** The words as they stand in a text, each with its folded form; between them what parts them, folded to nothing. */
export function wordsOf(text: string): { text: string; folded: string }[] {
    return text.split(/([\p{L}\p{N}\p{M}_'’‘`´ʼʻʹ]+)/u).map((part) => ({ text: part, folded: folded(part) }));
}

function isAscii(text: string): boolean {
    return /^[\0-\x7f]*$/.test(text);
}

function unmarked(text: string): string {
    return Array.from(text, (letter) => LETTERS[letter] ?? (isCombining(letter) ? "" : letter)).join("");
}

/** Whether normalization moves the mark past others, which is so of every mark that Python calls combining. */
function isCombining(letter: string): boolean {
    if (!/\p{M}/u.test(letter)) return false;
    const [below, above] = ["\u0334", "\u0345"]; // the first class of marks, and the last
    return (letter + below).normalize("NFD") !== letter + below || (above + letter).normalize("NFD") !== above + letter;
}
