"""Global Research, 2 December 2020, reprinting South Front: Lachin is handed over, the status stays open."""

from karabakh_data.extract.text import Text

YEAR = "the year is that of publication, 2020"
LIVING = "'leaving' is read as a misprint of 'living'"
DERIVED_DEAL = "the sentence lists what the ceasefire deal of the sentence before brings"


def code(text: Text) -> None:
    text.names(
        {
            "South Front": "actors/south-front",
            "Global Research": "actors/global-research",
            "SOUTHFRONT": "actors/south-front",
            "Centre for Research on Globalization": "actors/global-research",
            "Centre of Research on Globalization": "actors/global-research",
            "Azerbaijani Troops": "actors/azerbaijani-army",
            "Azerbaijani troops": "actors/azerbaijani-army",
            "Azerbaijani forces": "actors/azerbaijani-army",
            "Lachin district": "places/lachin-district",
            "Lachin corridor": "places/lachin-corridor",
            "Lachin": "places/lachin-district",
            "Nagorno-Karabakh region": "places/nagorno-karabakh",
            "Karabakh": "places/nagorno-karabakh",
            "Nagorno-Karabakh Republic": "actors/nagorno-karabakh-republic",
            "Republic of Artsakh": "actors/nagorno-karabakh-republic",
            "state of Artsakh": "actors/nagorno-karabakh-republic",
            "Armenia": "actors/armenia",
            "Azerbaijan": "actors/azerbaijan",
            "Nakhchivan Autonomous Republic": "places/nakhchivan",
            "Azerbaijani mainland": "places/azerbaijani-mainland",
            "Azerbaijani-controlled area": "places/azerbaijani-controlled-area",
            "districts of Agdam": "places/aghdam-district",
            "Kalbajar": "places/kalbajar-district",
            "Stepanakert": "places/stepanakert",
            "Russian peacekeeping forces": "actors/russian-peacekeepers",
            "Russian peacekeepers": "actors/russian-peacekeepers",
            "Baku": "actors/azerbaijan",
            "Yerevan": "actors/armenia",
            "Armenian leadership": "actors/armenia",
            "Pashinyan government": "actors/armenia",
            "Nikol 'The Basement' Pashinyan": "actors/nikol-pashinyan",
            "the Armenians": "actors/karabakh-armenians",
            "French Senate": "actors/french-senate",
            "France": "actors/france",
            "Paris": "actors/france",
            "Turkey": "actors/turkey",
            "South Caucasus": "places/south-caucasus",
            "the road linking Armenia with the remaining territory": "places/lachin-corridor",
            "Armenian": "actors/armenia",
            "Azerbaijani": "actors/azerbaijan",
            "Russian": "actors/russia",
            "French": "actors/france",
            "Nagorno-Karabakh": "places/nagorno-karabakh",
            "This district": "places/lachin-district",
            "the sides": "actors/conflict-sides",
        }
    )

    s = text.headline("## Video: Azerbaijani … Tensions")
    s.source(
        "title", "Video: Azerbaijani Troops Are in Lachin, but Unresolved Karabakh Status Remains Source of Tensions"
    )
    s.event(
        "lachin-entry-2020",
        "Azerbaijani Troops Are in Lachin",
        status="occurred",
        derived="troops that are in the district have entered it",
    )
    s.event("lachin-entry-2020", "in Lachin", where="lachin-district")
    s.event_actor("lachin-entry-2020", "azerbaijani-army", "actor", "Azerbaijani Troops")
    s.clause(
        "karabakh-status",
        "Unresolved Karabakh Status",
        modality="silence",
        derived="what the agreement leaves unresolved, as the article says further on",
    )
    s.clause(
        "karabakh-status",
        "Unresolved Karabakh Status",
        agreement_id="november-2020-agreement",
        derived="the agreement that the article is about",
    )
    s.clause("karabakh-status", "Karabakh Status", place_id="nagorno-karabakh")

    s = text.byline("By [South Front](#)")
    s.source("author", "South Front")
    s = text.dateline("Global Research, December 02, 2020 … 1 December 2020")
    s.source("publisher", "Global Research")
    s.source("origin", "South Front")
    s.source("dateline", "Global Research, December 02, 2020")
    s.source("published_edtf", "December 02, 2020")
    text.boilerplate("Region: [Asia](#), [Europe](#)")
    text.boilerplate("Theme: [Militarization and WMD](#)")

    s = text.standfirst("*The Nagorno-Karabakh … November 10.*")
    phase = "november-2020-first-phase"
    s.event(phase, "has been nearing the end", status="ongoing")
    s.event(
        phase,
        "started on November 10",
        date_edtf="2020-11-10/..",
        derived=YEAR + "; the phase was near its end and not over",
    )
    s.event(phase, "Nagorno-Karabakh region", where="nagorno-karabakh")
    s.event(
        "november-2020-ceasefire",
        "ceasefire deal that started",
        status="ongoing",
        derived="its implementation is under way",
    )
    s.event("november-2020-ceasefire", "started on November 10", date_edtf="2020-11-10/..", derived=YEAR)
    s.event(
        "november-2020-agreement",
        "Armenian-Azerbaijani ceasefire deal",
        status="occurred",
        derived="a deal that is being implemented was concluded",
    )
    s.event_actor(
        "november-2020-agreement", "armenia", "signatory", "Armenian-Azerbaijani", derived="the deal's two sides"
    )
    s.event_actor(
        "november-2020-agreement", "azerbaijan", "signatory", "Armenian-Azerbaijani", derived="the deal's two sides"
    )

    s = text.sentence("Late on November 30 … Nagorno-Karabakh region.")
    s.event("lachin-entry-2020", "started entering", status="occurred")
    s.event("lachin-entry-2020", "November 30", date_edtf="2020-11-30", derived=YEAR)
    s.event("lachin-entry-2020", "entering the Lachin district", where="lachin-district")
    s.event_actor("lachin-entry-2020", "azerbaijani-army", "actor", "Azerbaijani troops")
    s.event(
        "lachin-entry-2020",
        "started entering the Lachin district",
        part_of="lachin-handover-2020",
        derived="the next sentence tells of the transfer to which the entry belongs",
    )
    s.place("lachin-district", "in the Nagorno-Karabakh region", part_of="nagorno-karabakh")

    s = text.sentence("This district is … in November.")
    s.event("lachin-handover-2020", "is being transferred", status="ongoing")
    s.event(
        "lachin-handover-2020",
        "This district",
        where="lachin-district",
        derived="'This district' is Lachin, of the sentence before",
    )
    s.event(
        "lachin-handover-2020",
        "is being transferred",
        date_edtf="2020-11-30/..",
        derived="it is under way with the entry late on 30 November",
    )
    s.event_actor("lachin-handover-2020", "azerbaijani-army", "recipient", "Azerbaijani forces")
    s.clause(
        "lachin-handover",
        "as a part of the ceasefire agreement",
        agreement_id="november-2020-agreement",
        modality="obligation",
    )
    s.clause(
        "lachin-handover",
        "This district",
        place_id="lachin-district",
        derived="'This district' is Lachin, of the sentence before",
    )
    s.clause_event("lachin-handover", "lachin-handover-2020", "partly_fulfilled", "is being transferred")
    s.clause_actor(
        "lachin-handover", "azerbaijan", "beneficiary", "Azerbaijani forces", derived="its forces receive the district"
    )
    s.event("november-2020-agreement", "reached between Armenia and Azerbaijan", status="occurred")
    s.event("november-2020-agreement", "earlier in November", date_edtf="2020-11", derived=YEAR)
    s.event_actor("november-2020-agreement", "armenia", "signatory", "between Armenia and")
    s.event_actor("november-2020-agreement", "azerbaijan", "signatory", "between Armenia and Azerbaijan")
    s.agreement("november-2020-agreement", "ceasefire agreement reached", concluded_by="november-2020-agreement")

    s = text.sentence("Nonetheless, the Lachin corridor … peacekeeping forces.")
    s.mention("Nagorno-Karabakh Republic", "actors/nagorno-karabakh-republic")
    s.clause("lachin-corridor-control", "will remain under the control", modality="obligation")
    s.clause(
        "lachin-corridor-control",
        "will remain",
        agreement_id="november-2020-agreement",
        derived="said as a limit to what the ceasefire agreement of the sentence before hands over",
    )
    s.clause("lachin-corridor-control", "the Lachin corridor", place_id="lachin-corridor")
    s.clause_actor(
        "lachin-corridor-control", "russian-peacekeepers", "guarantor", "control of the Russian peacekeeping forces"
    )
    s.clause_event(
        "lachin-corridor-control",
        "peacekeepers-control-corridor",
        "partly_fulfilled",
        "will remain",
        derived="what will 'remain' is already so, and is to go on",
    )
    s.event(
        "peacekeepers-control-corridor",
        "will remain under the control",
        status="ongoing",
        derived="what will 'remain' is already so",
    )
    s.event("peacekeepers-control-corridor", "the Lachin corridor", where="lachin-corridor")
    s.event_actor("peacekeepers-control-corridor", "russian-peacekeepers", "actor", "Russian peacekeeping forces")
    s.actor("russian-peacekeepers", "Russian", part_of="russia", derived="'Russian' says whose forces")

    s = text.sentence("Under the aforementioned … Kalbajar.")
    for district, words in (("aghdam", "Agdam"), ("kalbajar", "Kalbajar")):
        handover, clause = f"{district}-handover-2020", f"{district}-handover"
        s.event(handover, "already established control", status="occurred")
        s.event(handover, words, where=f"{district}-district")
        s.event_actor(handover, "azerbaijan", "recipient", "Azerbaijan already established control")
        s.clause(
            clause,
            "Under the aforementioned ceasefire deal",
            agreement_id="november-2020-agreement",
            modality="obligation",
        )
        s.clause(clause, words, place_id=f"{district}-district")
        s.clause_actor(clause, "azerbaijan", "beneficiary", "Azerbaijan already")
        s.clause_event(clause, handover, "fulfilled", "established control")

    s = text.sentence("The next step is … Azerbaijani-controlled area.")
    for clause, event, words in (
        ("nakhchivan-link", "nakhchivan-link-restored", "restoration of the transport link"),
        ("lachin-stepanakert-road", "lachin-stepanakert-road-built", "creation of an alternative road"),
    ):
        s.clause(clause, words, modality="obligation", derived=DERIVED_DEAL)
        s.clause(clause, "The next step", agreement_id="november-2020-agreement", derived=DERIVED_DEAL)
        s.event(event, "The next step", status="planned")
        s.clause_event(clause, event, "pending", "The next step")
    s.clause("nakhchivan-link", "Azerbaijan's Nakhchivan Autonomous Republic", place_id="nakhchivan")
    s.event(
        "nakhchivan-link-restored",
        "Nakhchivan Autonomous Republic",
        where="nakhchivan",
        prec=5,
        derived="a line between the mainland and Nakhchivan",
    )
    s.place("nakhchivan", "Azerbaijan's", part_of="azerbaijan", derived="'Azerbaijan's' says in which country")
    s.place(
        "azerbaijani-mainland",
        "the Azerbaijani mainland",
        part_of="azerbaijan",
        derived="'Azerbaijani' says in which country",
    )
    s.clause(
        "lachin-stepanakert-road",
        "between Lachin and Stepanakert",
        place_id="lachin-stepanakert-road",
        derived="the road that is to be built",
    )
    s.event(
        "lachin-stepanakert-road-built",
        "between Lachin and Stepanakert",
        where="lachin-stepanakert-road",
        derived="the road that is to be built",
    )
    s.mention("alternative road", "places/lachin-stepanakert-road")

    text.boilerplate("[https://southfront.org/wp-content … Karabakh.mp4)", no_fact="link to the video")
    text.sentence("Another important factor … Karabakh.", no_fact="names the subject of the sentences that follow")

    s = text.sentence("The Russian-brokered … settled.")
    s.event("november-2020-agreement", "signed by the sides", status="occurred")
    s.event_actor("november-2020-agreement", "conflict-sides", "signatory", "signed by the sides")
    s.event_actor(
        "november-2020-agreement",
        "russia",
        "mediator",
        "Russian-brokered",
        derived="what is Russian-brokered, Russia has brokered",
    )
    s.clause("karabakh-status", "did not address this question", modality="silence")
    s.clause("karabakh-status", "ceasefire agreement", agreement_id="november-2020-agreement")
    s.clause_event("karabakh-status", "karabakh-status-settled", "pending", "still has to be settled")
    s.event("karabakh-status-settled", "still has to be settled", status="conditional")

    s = text.sentence("Baku insists … cultural autonomy.")
    s.event("azerbaijan-on-belonging-of-karabakh", "Baku insists", status="occurred")
    s.event_actor("azerbaijan-on-belonging-of-karabakh", "azerbaijan", "speaker", "Baku insists")
    s.event_topic("azerbaijan-on-belonging-of-karabakh", "places/nagorno-karabakh", "Karabakh is an integral part")
    s.mention("part of {Azerbaijan}", "places/azerbaijan")
    s.place("nagorno-karabakh", "integral part of Azerbaijan", part_of="azerbaijan", by="azerbaijan")
    s.event("azerbaijan-on-cultural-autonomy", "Baku insists", status="occurred")
    s.event_actor("azerbaijan-on-cultural-autonomy", "azerbaijan", "speaker", "Baku insists")
    s.event_topic("azerbaijan-on-cultural-autonomy", "events/karabakh-cultural-autonomy", "some cultural autonomy")
    s.event(
        "karabakh-cultural-autonomy",
        "some cultural autonomy",
        status="conditional",
        by="azerbaijan",
        derived="what 'the Armenians … can count on'; nobody has undertaken it",
    )
    s.event_actor(
        "karabakh-cultural-autonomy",
        "karabakh-armenians",
        "recipient",
        "the Armenians leaving there",
        by="azerbaijan",
        judged=LIVING,
    )

    s = text.sentence("At the same time … by itself.")
    s.event("armenian-recognition-campaign", "continues its international campaign", status="ongoing")
    s.event_actor("armenian-recognition-campaign", "armenia", "speaker", "the Armenian leadership")
    s.event_actor(
        "armenian-recognition-campaign", "nikol-pashinyan", "speaker", "led by Nikol 'The Basement' Pashinyan"
    )
    s.event_topic(
        "armenian-recognition-campaign",
        "events/karabakh-recognition-asked",
        "to recognize Nagorno-Karabakh as an independent state",
    )
    s.mention("somebody to recognize {Nagorno-Karabakh}", "actors/nagorno-karabakh-republic")
    s.event("karabakh-recognition-asked", "asking for at least somebody to recognize", status="conditional")
    s.event_actor("karabakh-recognition-asked", "nagorno-karabakh-republic", "recipient", "recognize Nagorno-Karabakh")
    s.event("armenian-recognition-of-karabakh", "does not want to do this", status="denied")
    s.event_actor("armenian-recognition-of-karabakh", "armenia", "actor", "Yerevan itself")
    s.event_actor(
        "armenian-recognition-of-karabakh",
        "nagorno-karabakh-republic",
        "recipient",
        "Nagorno-Karabakh as an independent state",
    )
    s.actor("nikol-pashinyan", "Armenian leadership, led by", part_of="armenia")

    s = text.sentence("Recently, the French Senate … independent state.")
    s.mention("asking {the government}", "actors/france")
    s.event("french-senate-resolution-2020", "adopted a resolution", status="occurred")
    s.event_actor("french-senate-resolution-2020", "french-senate", "actor", "the French Senate")
    s.event(
        "french-senate-asks-recognition",
        "asking the government to recognize",
        status="occurred",
        derived="the resolution that asks was adopted",
    )
    s.event_actor("french-senate-asks-recognition", "french-senate", "speaker", "French Senate")
    s.event_actor("french-senate-asks-recognition", "france", "addressee", "asking the government to")
    s.event_topic(
        "french-senate-asks-recognition", "events/french-recognition-asked", "recognize the Republic of Artsakh"
    )
    s.event("french-recognition-asked", "asking the government to recognize", status="conditional")
    s.event_actor("french-recognition-asked", "france", "actor", "the government to recognize")
    s.event_actor("french-recognition-asked", "nagorno-karabakh-republic", "recipient", "the Republic of Artsakh")
    s.actor("french-senate", "the French Senate", part_of="france", derived="'French' says whose Senate it is")

    s = text.sentence("This move was presented … state of Artsakh.")
    s.event("armenia-presents-senate-resolution", "was presented by Armenia", status="occurred")
    s.event_actor("armenia-presents-senate-resolution", "armenia", "speaker", "by Armenia")
    s.event_topic(
        "armenia-presents-senate-resolution",
        "events/french-senate-resolution-2020",
        "This move",
        derived="'This move' is the resolution of the sentence before",
    )
    s.event("french-recognition-of-karabakh", "does not recognize", status="denied")
    s.event_actor("french-recognition-of-karabakh", "france", "actor", "France does not recognize")
    s.event_actor("french-recognition-of-karabakh", "nagorno-karabakh-republic", "recipient", "the state of Artsakh")
    text.sentence(
        "And even if it does so … Karabakh.",
        no_fact="the author's doubt about what France could do; nothing is said to happen",
    )

    s = text.sentence("Even in the hottest days … concerns.")
    s.event(
        "second-karabakh-war",
        "Second Nagorno-Karabakh War",
        status="occurred",
        derived="its 'hottest days' are told in the past tense",
    )
    s.event(
        "second-karabakh-war",
        "Nagorno-Karabakh War",
        where="nagorno-karabakh",
        derived="the war is named for the region",
    )
    s.event("french-diplomatic-support-2020", "limited its support", status="occurred")
    s.event("french-diplomatic-support-2020", "days of the Second Nagorno-Karabakh War", part_of="second-karabakh-war")
    s.event_actor("french-diplomatic-support-2020", "france", "actor", "France limited its support")
    s.event_actor("french-diplomatic-support-2020", "armenia", "recipient", "the Pashinyan government")

    s = text.sentence("Some large-scale … fairy tales.")
    s.event(
        "french-led-sanctions",
        "a scenario mostly existing in the dimension of Armenian fairy tales",
        status="denied",
        judged="a scenario that exists in fairy tales is none that exists",
    )
    s.event_actor("french-led-sanctions", "france", "actor", "French-led", derived="what is French-led, France leads")
    s.event_actor("french-led-sanctions", "azerbaijan", "target", "against Azerbaijan")
    s.event_actor("french-led-sanctions", "turkey", "target", "and Turkey")

    s = text.sentence("In the current conditions … ceasefire regime.")
    s.event("russian-peacekeeping-in-karabakh", "is guaranteed by the Russian peacekeepers", status="ongoing")
    s.event("russian-peacekeeping-in-karabakh", "stability in Karabakh", where="nagorno-karabakh")
    s.event_actor("russian-peacekeeping-in-karabakh", "russian-peacekeepers", "actor", "by the Russian peacekeepers")
    s.event(
        "november-2020-ceasefire",
        "commitment of the sides to\n\nthe ceasefire regime",
        status="ongoing",
        derived="stability is said to be guaranteed now by the sides' commitment to it",
    )
    s.clause(
        "ceasefire",
        "the ceasefire regime",
        agreement_id="november-2020-agreement",
        modality="obligation",
        derived="the ceasefire of the agreement, to which the sides are committed",
    )
    s.clause_event(
        "ceasefire",
        "november-2020-ceasefire",
        "fulfilled",
        "commitment of the sides to\n\nthe ceasefire regime",
        derived="the sides keep to it",
    )
    s.event_actor("november-2020-ceasefire", "conflict-sides", "participant", "the sides")
    s.clause_actor(
        "ceasefire",
        "russian-peacekeepers",
        "guarantor",
        "guaranteed by the Russian peacekeepers",
        judged="they guarantee stability, it says, in one breath with the sides' commitment to the ceasefire",
    )

    s = text.sentence("Nonetheless, the question … South Caucasus.")
    s.event("south-caucasus-instability", "could once again fuel instability", status="conditional")
    s.event("south-caucasus-instability", "in the South Caucasus", where="south-caucasus", prec=7)
    s.event(
        "karabakh-status-settled",
        "comprehensive diplomatic solution",
        status="conditional",
        derived="told as a thing to which the sides may be unable to come",
    )
    s.event_actor("karabakh-status-settled", "conflict-sides", "participant", "the sides to come to")

    text.boilerplate("\\*")
    text.boilerplate("Note to readers … etc.")
    text.boilerplate("*SUPPORT SOUTHFRONT:*")
    text.boilerplate("PayPal: … https://www.patreon.com/southfront>")
    s = text.boilerplate("The original source … 2020\n\n---", no_fact=None)
    s.source("origin", "source of this article is [{South Front}]")
    text.boilerplate("[Comment on … Facebook page](#)")
    text.boilerplate("[Become a Member of Global Research](#)")
    s = text.boilerplate("Articles by: **[South Front](#)**", no_fact=None)
    s.source("author", "South Front")
    text.boilerplate("**Disclaimer:** … from the copyright owner.", no_fact="site furniture: disclaimer")
    text.boilerplate("For media inquiries: … globalresearch.ca)")
