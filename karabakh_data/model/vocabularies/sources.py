"""Vocabularies of sources, of their passages and of the claims that rest on them."""

from __future__ import annotations

from karabakh_data.model.vocabularies.term_list import Vocabulary

SOURCES = (
    Vocabulary(
        "passage_role",
        "What a passage is in the make-up of the article.",
        {
            "headline": "The title of the article.",
            "byline": "Who wrote or took it.",
            "dateline": "Where and when it was written or published.",
            "caption": "Words that go with a picture or video.",
            "standfirst": "The lead between headline and text.",
            "sentence": "A sentence of the text.",
            "subheading": "A heading within the text.",
            "related_link": "The headline of another article, as a link.",
            "boilerplate": "Site furniture: navigation, sharing, donations, copyright, disclaimers.",
            "comment_footer": "Words about readers' comments.",
        },
    ),
    Vocabulary(
        "disposition",
        "What was done with a passage.",
        {
            "coded": "At least one claim rests on it.",
            "no_fact": "It was read, and states nothing that the tables hold, or only repeats what is coded elsewhere.",
        },
    ),
    Vocabulary(
        "stance",
        "How the one who speaks stands to the value.",
        {
            "asserts": "Says that it is so.",
            "denies": "Says that it is not so.",
            "questions": "Doubts it, or says that it is not clear.",
        },
    ),
    Vocabulary(
        "basis",
        "How the value comes from the words.",
        {
            "stated": "It can be read in the quotation.",
            "derived": "It follows from the words by a step that the note shows.",
            "judged": "A coder decided; the note says why.",
        },
    ),
    Vocabulary(
        "published_basis",
        "How the date of publication is known.",
        {
            "stated": "The article, as captured, prints day, month and year.",
            "inferred": "It follows from what the article says, by the steps that the claim's note shows.",
        },
    ),
)
