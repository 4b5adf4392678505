// A claim: the words, whose they are, how the value follows from them.
import { type Claim, claimedValue, sourceLabel } from "../model/claims.ts";
import { usePage } from "../state/page_state.ts";
import { RecordLink } from "./record_link.tsx";
import { Term } from "./term.tsx";
import { Text } from "./text.tsx";

/** The words of an article. */
export function Quotation({ claim }: { claim: Pick<Claim, "quote" | "source_id"> }) {
    const { published } = usePage();
    return (
        <blockquote class="quotation" lang={published.sources.find(claim.source_id)?.language} dir="auto">
            <p>
                <Text>{claim.quote}</Text>
            </p>
        </blockquote>
    );
}

/** Who says it: the article, and in it a speaker or its own voice, and whether the value is denied or questioned. */
export function Voice({ claim }: { claim: Claim }) {
    const { published } = usePage();
    const source = published.sources.find(claim.source_id);
    return (
        <p class="voice">
            {claim.attributed_to ? <RecordLink table="actors" id={claim.attributed_to} /> : "in its own voice"}
            {claim.stance !== "asserts" && (
                <strong class="stance">
                    {" "}
                    <Term vocabulary="stance" term={claim.stance} />
                </strong>
            )}
            {" · "}
            <RecordLink table="sources" id={claim.source_id}>
                <Text>{sourceLabel(source, claim.source_id)}</Text>
            </RecordLink>
            {" · "}
            <RecordLink table="claims" id={claim.claim_id}>
                the claim
            </RecordLink>
        </p>
    );
}

/** A whole claim. `value` says first which value it gives; `field`, where it stands alone, of what, and if disputed. */
export function ClaimItem({ claim, value = true, field = false }: { claim: Claim; value?: boolean; field?: boolean }) {
    const { tables } = usePage();
    return (
        <div class={claim.in_conflict ? "claim claim-disputed" : "claim"}>
            {value && (
                <p class="claimed">
                    {field && `${claim.field.replace(/_(id|edtf)$/, "").replaceAll("_", " ")}: `}
                    <Text>{claimedValue(tables, claim)}</Text>
                    {field && claim.in_conflict && <span class="conflict"> disputed</span>}
                </p>
            )}
            <Quotation claim={claim} />
            <Voice claim={claim} />
            {(claim.basis !== "stated" || claim.note) && (
                <p class="basis">
                    <Term vocabulary="basis" term={claim.basis} />
                    {claim.note && ": "}
                    {claim.note && <Text>{claim.note}</Text>}
                </p>
            )}
        </div>
    );
}
