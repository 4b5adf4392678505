"""Onnik James Krikorian, 20 September 2023: fighting in Karabakh and the ceasefire announced on its second day."""

from karabakh_data.extract.text import Text

TODAY = "'today' is the day of publication, 20 September 2023"
YEAR = "the year is that of publication, 2023"
VOICES = "unnamed-voices"


def code(text: Text) -> None:
    text.names(
        {
            "Stepanakert": "places/stepanakert",
            "Siranush Sargsyan": "actors/siranush-sargsyan",
            "OC Media": "actors/oc-media",
            "Onnik James Krikorian": "actors/onnik-james-krikorian",
            "Lachin": "places/lachin-district",
            "Azerbaijan": "actors/azerbaijan",
            "Baku": "actors/azerbaijan",
            "Karabakh region": "places/nagorno-karabakh",
            "former Nagorno Karabakh Autonomous Oblast": "places/nagorno-karabakh",
            "NKAO": "places/nagorno-karabakh",
            "breakaway region": "places/nagorno-karabakh",
            "disputed region": "places/nagorno-karabakh",
            "Armenian sabotage groups": "actors/alleged-mine-layers-2023",
            "South Caucasus": "places/south-caucasus",
            "ethnic Armenian separatist forces": "actors/karabakh-armed-forces",
            "Karabakh’s armed forces": "actors/karabakh-armed-forces",
            "its own forces": "actors/karabakh-armed-forces",
            "line of contact with Karabakh": "places/karabakh-line-of-contact",
            "Russian peacekeepers": "actors/russian-peacekeepers",
            "The contingent": "actors/russian-peacekeepers",
            "the peacekeeping contingent": "actors/russian-peacekeepers",
            "Armenia": "actors/armenia",
            "Yerevan": "actors/armenia",
            "Russia": "actors/russia",
            "European Union": "actors/european-union",
            "United States": "actors/united-states",
            "U.S.": "actors/united-states",
            "Antony Blinken": "actors/antony-blinken",
            "the ethnic Armenian population": "actors/karabakh-armenians",
            "the mainly ethnic Armenian population": "actors/karabakh-armenians",
            "Karabakh Armenians": "actors/karabakh-armenians",
            "Nagorny Karabakh Armenians": "actors/karabakh-armenians",
            "Nagorny Karabakh population": "actors/karabakh-armenians",
            "the besieged population": "actors/karabakh-armenians",
            "its ethnic kin in Karabakh": "actors/karabakh-armenians",
            "Karabakh Armenian side": "actors/karabakh-armenian-side",
            "the de facto leadership in Karabakh": "actors/nagorno-karabakh-republic",
            "the de facto authorities": "actors/nagorno-karabakh-republic",
            "de facto president": "actors/karabakh-de-facto-president",
            "a successor": "actors/karabakh-de-facto-president-successor",
            "the national assembly": "actors/karabakh-national-assembly",
            "Aghdam regions": "places/aghdam-district",
            "Aghdam": "places/aghdam-district",
            "Lachin Corridor": "places/lachin-corridor",
            "strategic lifeline between Armenia and Karabakh": "places/lachin-corridor",
            "International Committee of the Red Cross": "actors/icrc",
            "ICRC": "actors/icrc",
            "representatives of the Karabakh Armenians": "actors/karabakh-representatives",
            "Karabakh representatives": "actors/karabakh-representatives",
            "Yevlakh": "places/yevlakh",
            "Nikol Pashinyan": "actors/nikol-pashinyan",
            "Armenian Prime Minister": "actors/nikol-pashinyan",
            "his country’s armed forces": "actors/armenian-armed-forces",
            "any Armenian military units": "actors/armenian-armed-forces",
            "international community": "actors/international-community",
            "the base of the peacekeeping contingent": "places/peacekeepers-base-khojaly",
            "Khojaly": "places/khojaly",
            "the population": "actors/karabakh-armenians",
            "its official information agency": "actors/karabakh-information-agency",
            "the territory under the control of Russian peacekeepers": "places/peacekeepers-territory",
            "Karabakh": "places/nagorno-karabakh",
            "Azerbaijani": "actors/azerbaijan",
            "Russian": "actors/russia",
            "Secretary of State": "actors/antony-blinken",
            "Azerbaijanis": "actors/azerbaijanis",
        }
    )

    photo = "photo credit: day, place and photographer of a picture, no event"
    text.caption("Stepanakert 19 settembre 2023. Foto: Siranush Sargsyan (OC Media)", no_fact=photo)
    text.caption("Stepanakert 19 settembre 2023. Foto: Siranush Sargsyan (OC Media )", no_fact=photo)

    s = text.standfirst("Following a landmine … Karabakh region")
    retake, tracks = "azerbaijan-takes-control-2023", "parallel-peace-tracks-2023"
    mines, operation, fighting = "landmine-incidents-2023", "azerbaijani-operation-2023", "karabakh-fighting-2023"
    s.event(mines, "landmine incident", status="occurred")
    s.event(mines, "its territory", where="azerbaijan", derived="'its' is Azerbaijan, the subject of the sentence")
    s.event(tracks, "negotiating tracks", status="ongoing", derived="at risk of collapse, so not over")
    s.event(
        retake,
        "appears to have wrestled back control",
        status="occurred",
        judged="the article hedges with 'appears to'",
    )
    s.event(retake, "Karabakh", where="nagorno-karabakh")
    s.event_actor(retake, "azerbaijan", "actor", "Azerbaijan")
    s.event(
        retake,
        "appears to have wrestled back control",
        date_edtf="2023-09-19/2023-09-20",
        derived="between the outbreak of fighting on 19 September 2023 and the article",
    )
    s.place(
        "nagorno-karabakh",
        "its breakaway Karabakh",
        part_of="azerbaijan",
        derived="'its' is Azerbaijan, the subject of the sentence",
    )

    s = text.dateline("20/09/2023 … -")
    s.source("dateline", "20/09/2023")
    s.source("published_edtf", "20/09/2023")
    s = text.byline("Onnik James Krikorian")
    s.source("author", "Onnik James Krikorian")

    s = text.sentence("On 19 September … South Caucasus.")
    s.event(mines, "incidents with landmines", status="occurred")
    s.event(
        mines, "following", date_edtf="../2023-09-19", derived="the fighting of 19 September 2023 follows the incidents"
    )
    s.event_actor(mines, "azerbaijanis", "affected", "Azerbaijanis")
    killed = "azerbaijanis-killed-by-landmines-2023"
    s.casualty(killed, "death", measure="killed")
    s.casualty(killed, "seven Azerbaijanis", best=7)
    s.casualty(killed, "incidents with landmines", event_id=mines)
    s.casualty(killed, "Azerbaijanis", side_id="azerbaijan", derived="they are called Azerbaijanis")
    s.casualty(
        killed,
        "seven Azerbaijanis",
        victim_class="unknown",
        judged="the sentence does not say whether they were civilians",
    )
    laying, blame = "mine-laying-2023", "azerbaijan-blames-armenian-groups-2023"
    s.event(laying, "laid", status="alleged", by="azerbaijan", derived="Baku alone claims it")
    s.event_actor(laying, "alleged-mine-layers-2023", "actor", "sabotage groups", by="azerbaijan")
    s.event(blame, "Baku claims", status="occurred")
    s.event_actor(blame, "azerbaijan", "speaker", "Baku claims")
    s.event_actor(blame, "alleged-mine-layers-2023", "target", "sabotage groups")
    s.event_topic(blame, f"events/{laying}", "laid")
    s.event(
        fighting,
        "broken out",
        status="ongoing",
        derived="it has broken out, and the text speaks of it as not over ('if fighting continues')",
    )
    s.event(
        fighting, "19 September", date_edtf="2023-09-19/..", derived=YEAR + "; it goes on as the article is written"
    )

    s = text.sentence("In what Baku terms … breakaway region.")
    s.mention("{some} suspect", "actors/unnamed-voices")
    naming, suspicion = "azerbaijan-names-operation-2023", "suspicion-of-pretext"
    s.event(
        operation,
        "operation",
        status="ongoing",
        derived="the fighting of which it is part goes on as the article is written",
    )
    s.event(
        operation,
        "counter-terrorism operation",
        part_of=fighting,
        derived="the sentence before tells of the fighting, this one what Baku calls it",
    )
    s.event(operation, "Nagorno Karabakh", where="nagorno-karabakh")
    s.event(
        operation,
        "counter-terrorism operation",
        date_edtf="2023-09-19/..",
        derived="the fighting of which it is part broke out on 19 September 2023 and goes on",
    )
    s.event(
        fighting,
        "Nagorno Karabakh",
        where="nagorno-karabakh",
        derived="the operation that is part of the fighting takes place there",
    )
    s.event(
        fighting,
        "counter-terrorism operation",
        status="ongoing",
        derived="the operation is part of the fighting, which goes on",
    )
    s.event_actor(operation, "azerbaijan", "actor", "Baku", derived="Baku names the operation as its own")
    s.event_actor(operation, "karabakh-armed-forces", "target", "separatist forces")
    s.event(naming, "what Baku terms", status="occurred")
    s.event_actor(naming, "azerbaijan", "speaker", "Baku")
    s.event_topic(naming, f"events/{operation}", "counter-terrorism operation")
    s.event(suspicion, "some suspect", status="occurred")
    s.event_actor(suspicion, VOICES, "speaker", "some suspect", derived="'some' are not named")
    s.event_actor(suspicion, "azerbaijan", "target", "wrestling back control", derived="the control is Azerbaijan's")
    s.event_topic(suspicion, f"events/{retake}", "wrestling back control")
    s.event_topic(
        suspicion,
        f"events/{mines}",
        "incident",
        derived="'the incident' is that of the landmines",
    )
    s.event(
        retake,
        "wrestling back control",
        status="conditional",
        by=VOICES,
        derived="the aim that some suspect, not said to be reached",
    )

    s = text.sentence("For several weeks … Russian peacekeepers.")
    buildup, worry = "azerbaijani-buildup-2023", "concern-over-buildup-2023"
    s.event(
        buildup,
        "amassing troops",
        status="alleged",
        by=VOICES,
        derived="told as the content of concerns whose holders are not named",
    )
    s.event(
        buildup,
        "several weeks",
        date_edtf="2023-08~/2023-09-19",
        by=VOICES,
        judged="the weeks are those of the concerns; the build-up that they are about is read as of the same time",
    )
    s.event(
        worry,
        "several weeks",
        date_edtf="2023-08~/2023-09-19",
        judged="several weeks before 19 September 2023, read as from about August",
    )
    s.event(buildup, "line of contact", where="karabakh-line-of-contact", by=VOICES)
    s.event_actor(buildup, "azerbaijan", "actor", "Azerbaijan", by=VOICES)
    s.event(worry, "had already been concerns", status="occurred")
    s.event_actor(worry, VOICES, "speaker", "concerns", derived="whose concerns is not said")
    s.event_topic(worry, f"events/{buildup}", "amassing troops")
    s.event(
        "russian-peacekeeping-in-karabakh",
        "presence",
        status="ongoing",
        derived="they are present as the article is written",
    )
    s.event_actor("russian-peacekeeping-in-karabakh", "russian-peacekeepers", "actor", "peacekeepers")

    s = text.sentence("The contingent had been … Armenia and Azerbaijan.")
    deal = "november-2020-agreement"
    s.event("peacekeepers-deployed-2020", "deployed", status="occurred")
    s.event_actor("peacekeepers-deployed-2020", "russian-peacekeepers", "actor", "contingent")
    s.event(deal, "November 2020", date_edtf="2020-11")
    s.event(deal, "agreement", status="occurred", derived="a force had been deployed under it, so it was concluded")
    s.event_actor(deal, "armenia", "signatory", "agreement with Armenia")
    s.event_actor(deal, "azerbaijan", "signatory", "agreement with Armenia and Azerbaijan")
    s.event_actor(
        deal,
        "russia",
        "signatory",
        "agreement with Armenia and Azerbaijan",
        derived="an agreement with the two, under which Russia's contingent was deployed",
    )
    s.agreement(deal, "agreement", concluded_by=deal)
    s.clause("peacekeepers", "agreement", agreement_id=deal)
    s.clause("peacekeepers", "deployed as part of", modality="obligation")
    s.clause_actor("peacekeepers", "russian-peacekeepers", "guarantor", "contingent")
    s.clause_actor("peacekeepers", "russia", "obligor", "contingent", derived="the peacekeepers are Russia's to deploy")
    s.clause_event("peacekeepers", "peacekeepers-deployed-2020", "fulfilled", "deployed")
    s.actor(
        "russian-peacekeepers",
        "contingent",
        part_of="russia",
        derived="the Russian peacekeepers of the sentence before",
    )

    s = text.sentence("Indeed, in recent weeks … had faltered.")
    faltered = "concern-over-peace-tracks-2023"
    s.event(faltered, "had also been serious concerns", status="occurred")
    s.event(
        faltered,
        "recent weeks",
        date_edtf="2023-08~/2023-09-20",
        judged="recent weeks before 20 September 2023, read as from about August",
    )
    s.event_actor(faltered, VOICES, "speaker", "concerns", derived="whose concerns is not said")
    s.event_topic(faltered, f"events/{tracks}", "peace processes")
    s.event(
        tracks,
        "peace processes",
        status="ongoing",
        derived="whether they have faltered is told as a concern",
    )
    for mediator, words in (
        ("russia", "mediated by Russia"),
        ("european-union", "mediated by Russia, the European Union"),
        ("united-states", "mediated by Russia, the European Union, and the United States"),
    ):
        s.event_actor(tracks, mediator, "mediator", words)

    s = text.sentence("A particular obstacle … Azerbaijan proper.")
    s.mention("inability of {the sides}", "actors/conflict-sides")
    s.event("mechanism-on-rights-and-security", "inability", status="denied")
    s.event_actor("mechanism-on-rights-and-security", "conflict-sides", "participant", "the sides")
    s.event_actor(
        "mechanism-on-rights-and-security",
        "karabakh-armenians",
        "affected",
        "Armenian population",
    )
    s.event(
        "mechanism-on-rights-and-security",
        "obstacle",
        part_of=tracks,
        derived="an obstacle to the peace processes of the sentence before",
    )

    s = text.sentence("Though Armenia has … progress.")
    s.event("armenia-on-integration-2023", "acknowledged", status="occurred")
    s.event_actor("armenia-on-integration-2023", "armenia", "speaker", "Armenia")
    s.event_topic(
        "armenia-on-integration-2023",
        "events/karabakh-integration",
        "likelihood",
        derived="the population's place 'as part of Azerbaijan proper', of the sentence before",
    )
    s.event("karabakh-integration", "likelihood", status="conditional", derived="a likelihood, not a fact")
    s.event_actor(
        "karabakh-integration",
        "karabakh-armenians",
        "affected",
        "likelihood",
        derived="the ethnic Armenian population of the sentence before",
    )
    s.event("karabakh-leadership-resists-integration", "had been more resistant", status="occurred")
    s.event_actor(
        "karabakh-leadership-resists-integration",
        "nagorno-karabakh-republic",
        "speaker",
        "leadership",
    )
    s.event_topic(
        "karabakh-leadership-resists-integration",
        "events/karabakh-integration",
        "resistant",
        derived="resistant to the likelihood that Armenia has acknowledged",
    )
    s.event(
        tracks,
        "signs of progress",
        status="ongoing",
        judged="in what is not said; read as in the peace processes, of whose obstacle the sentence before tells",
    )

    s = text.sentence("On 1 September … Aghdam regions")
    resign, successor, roads = (
        "karabakh-president-resigns-2023",
        "karabakh-president-chosen-2023",
        "aid-roads-agreement-2023",
    )
    s.event(resign, "resigned", status="occurred")
    s.event(resign, "1 September", date_edtf="2023-09-01", derived=YEAR)
    s.event_actor(resign, "karabakh-de-facto-president", "actor", "president")
    s.actor(
        "karabakh-de-facto-president",
        "its de facto president",
        part_of="nagorno-karabakh-republic",
        derived="'its' is the de facto leadership of the sentence before",
    )
    s.event(successor, "chosen", status="occurred")
    s.event(
        successor,
        "successor",
        date_edtf="2023-09-01/2023-09-20",
        derived="after the resignation of 1 September and before the article",
    )
    s.event_actor(successor, "karabakh-national-assembly", "actor", "assembly")
    s.event_actor(successor, "karabakh-de-facto-president-successor", "recipient", "successor")
    s.actor(
        "karabakh-national-assembly",
        "assembly",
        part_of="nagorno-karabakh-republic",
        derived="the assembly that chooses its president",
    )
    s.actor(
        "karabakh-de-facto-president-successor",
        "successor",
        part_of="nagorno-karabakh-republic",
        derived="successor to its de facto president",
    )
    s.event(roads, "agreement was brokered", status="occurred")
    s.event(
        roads,
        "brokered",
        date_edtf="2023-09-01/2023-09-17",
        judged="told with the resignation of 1 September; the roads were used on 17 September",
    )
    s.event_actor(roads, "antony-blinken", "mediator", "brokered by U.S. Secretary of State Antony Blinken")
    s.actor("antony-blinken", "Secretary of State", office="Secretary of State")
    s.actor("antony-blinken", "U.S.", part_of="united-states")
    s.agreement("aid-roads-2023", "agreement was brokered", concluded_by=roads)
    for clause, words, place in (
        ("lachin-road-for-aid", "Lachin", "lachin-district"),
        ("aghdam-road-for-aid", "Aghdam", "aghdam-district"),
    ):
        s.clause(clause, "agreement was brokered", agreement_id="aid-roads-2023")
        s.clause(clause, "open roads", modality="obligation", derived="what the agreement was brokered to do")
        s.clause(clause, words, place_id=place)
        s.clause_actor(
            clause,
            "karabakh-armenians",
            "beneficiary",
            "aid",
            derived="the aid goes to the population of Karabakh, as told further on",
        )
        s.place(
            place,
            "Azerbaijan’s",
            part_of="azerbaijan",
            derived="'Azerbaijan’s' says in which country",
        )

    s = text.sentence("Since December last year … ceasefire statement.")
    s.mention("access to {the region}", "places/nagorno-karabakh")
    s.event("lachin-corridor-disrupted", "disrupted", status="occurred")
    s.event(
        "lachin-corridor-disrupted",
        "Since December last year",
        date_edtf="2022-12/2023-09-20",
        judged="'last year' is 2022; 'had been' leaves open whether it is over, so until the day of the article",
    )
    s.event("lachin-corridor-disrupted", "Lachin Corridor", where="lachin-corridor")
    s.event_actor("lachin-corridor-disrupted", "azerbaijan", "actor", "Azerbaijan")
    s.event_actor(
        "lachin-corridor-disrupted",
        "karabakh-armenians",
        "affected",
        "region",
        derived="the region's population, of the sentences around",
    )
    s.clause("lachin-corridor", "stipulated by the 2020 ceasefire statement", agreement_id=deal, modality="obligation")
    s.clause("lachin-corridor", "Lachin Corridor", place_id="lachin-corridor")
    s.event(deal, "stipulated by the 2020 ceasefire statement", status="occurred", date_edtf="2020")
    s.clause_event(
        "lachin-corridor",
        "lachin-corridor-disrupted",
        "breached",
        "disrupted",
        judged="what the statement stipulates is disrupted; the article does not itself call it a breach",
    )

    s = text.sentence("Eventually, on 17 September … population.")
    aid = "icrc-aid-2023-09-17"
    s.event(aid, "used both roads", status="occurred")
    s.event(aid, "17 September", date_edtf="2023-09-17", derived=YEAR)
    s.event_actor(aid, "icrc", "actor", "ICRC")
    s.event_actor(aid, "karabakh-armenians", "recipient", "population")
    s.clause_event("lachin-road-for-aid", aid, "fulfilled", "used both roads")
    s.clause_event("aghdam-road-for-aid", aid, "fulfilled", "used both roads")
    s.event(
        "karabakh-authorities-resist-two-roads",
        "not without resistance",
        status="occurred",
        judged="a double negative: there was resistance; read as words and not as acts",
    )
    s.event_actor("karabakh-authorities-resist-two-roads", "nagorno-karabakh-republic", "speaker", "authorities")
    s.event_topic(
        "karabakh-authorities-resist-two-roads",
        f"events/{aid}",
        "used both roads",
        judged="what is resisted is read as the use of both roads; that it was the aid is not said",
    )

    s = text.sentence("Even so, Karabakh Armenians … Azerbaijan proper.")
    s.mention("sovereignty over {the region}", "places/nagorno-karabakh")
    s.event("concern-over-aghdam-road", "concerned", status="occurred")
    s.event_actor("concern-over-aghdam-road", "karabakh-armenians", "speaker", "Karabakh Armenians")
    s.event_topic(
        "concern-over-aghdam-road",
        "clauses/aghdam-road-for-aid",
        "second route",
        derived="the road of the agreement told before",
    )
    s.clause("aghdam-road-for-aid", "Aghdam", place_id="aghdam-district")
    s.event_topic("concern-over-aghdam-road", "events/karabakh-integration", "integration")
    s.event(
        "karabakh-integration",
        "integration",
        status="conditional",
        by="karabakh-armenians",
        derived="what the Karabakh Armenians fear the road leads to",
    )
    s.event_actor(
        "karabakh-integration",
        "karabakh-armenians",
        "affected",
        "Armenian population",
        by="karabakh-armenians",
    )

    s = text.sentence("In light of further … constitutional order”.")
    s.event("integration-meetings-not-held", "failures to meet", status="denied")
    s.event_actor(
        "integration-meetings-not-held",
        "azerbaijan",
        "participant",
        "failures to meet",
        derived="the meetings would be Azerbaijan's with the representatives",
    )
    s.event_actor(
        "integration-meetings-not-held",
        "karabakh-representatives",
        "participant",
        "representatives",
    )
    s.actor(
        "karabakh-representatives",
        "representatives of the Karabakh Armenians",
        part_of="karabakh-armenians",
        derived="they represent the Karabakh Armenians",
    )
    s.event("karabakh-integration", "goal", status="conditional", derived="a goal, not a fact")
    s.event_actor("karabakh-integration", "azerbaijan", "actor", "Baku’s goal")
    s.event("azerbaijan-states-aim-of-operation-2023", "described", status="occurred")
    s.event_actor(
        "azerbaijan-states-aim-of-operation-2023",
        "azerbaijan",
        "speaker",
        "it also described",
        derived="'it' is Baku",
    )
    s.event_topic("azerbaijan-states-aim-of-operation-2023", f"events/{operation}", "operation")
    s.event(operation, "operation", status="ongoing", derived="the fighting goes on as the article is written")

    s = text.sentence("Others, however, alleged … of Baku.")
    s.mention("Others", "actors/unnamed-voices")
    s.mention("{an area} that for three decades", "places/nagorno-karabakh")
    exodus, charge = "armenian-departure-alleged-2023", "allegation-of-ethnic-cleansing-2023"
    s.event(charge, "alleged", status="occurred")
    s.event_actor(charge, VOICES, "speaker", "Others", derived="'others' are not named")
    s.event_actor(
        charge,
        "azerbaijan",
        "target",
        "it would",
        derived="'it' is the operation, which is Azerbaijan's",
    )
    s.event_topic(
        charge,
        f"events/{exodus}",
        "many choosing to leave",
        derived="what the speakers call ethnic cleansing is told as many choosing to leave",
    )
    s.event(exodus, 'would also result in the “soft" ethnic cleansing', status="conditional", by=VOICES)
    s.event(
        exodus,
        "many choosing to leave",
        status="conditional",
        by=VOICES,
        derived="'with many choosing to leave' goes on with what 'would also result'",
    )
    s.event(
        exodus,
        "area",
        where="nagorno-karabakh",
        by=VOICES,
        derived="the area that has been outside the control of Baku",
    )
    s.event_actor(exodus, "karabakh-armenians", "affected", "Armenian population", by=VOICES)
    control = "karabakh-outside-azerbaijani-control"
    s.event(
        control,
        "outside the control of Baku",
        status="ongoing",
        judged="'has been'; that Azerbaijan took control back is in the standfirst only what appears to be so",
    )
    s.event(control, "three decades", date_edtf="1993~/..", derived="2023 less three decades")
    s.event(
        control,
        "area",
        where="nagorno-karabakh",
        derived="the area that many choose to leave",
    )
    s.event_actor(control, "azerbaijan", "affected", "Baku")

    s = text.sentence("Indeed, on the evening … Yevlakh.")
    ready, offer, talks = "azerbaijan-accepts-talks-2023-09-19", "offer-of-talks-2023", "yevlakh-meeting-2023-09-21"
    s.event(ready, "announced", status="occurred")
    s.event(
        ready,
        "first day of fighting",
        date_edtf="2023-09-19",
        derived="the fighting broke out on 19 September 2023",
    )
    s.event_actor(ready, "azerbaijan", "speaker", "Azerbaijan")
    s.event_actor(ready, "karabakh-representatives", "addressee", "representatives")
    s.event_topic(ready, f"events/{offer}", "offer to negotiate")
    s.event_topic(ready, f"events/{talks}", "meeting")
    s.event(
        offer,
        "offer to negotiate",
        status="alleged",
        by="azerbaijan",
        derived="only Azerbaijan speaks of an offer that it is ready to accept; who made it is not said",
    )
    s.event_topic(
        offer, f"events/{talks}", "such a meeting", derived="'such a meeting' is the one that the offer is about"
    )
    s.event(talks, "if such a meeting", status="conditional", by="azerbaijan")
    s.event(talks, "Yevlakh", where="yevlakh", by="azerbaijan")
    s.event_actor(
        talks,
        "azerbaijan",
        "participant",
        "prepared to accept",
        by="azerbaijan",
        derived="it is ready to accept the offer to negotiate",
    )
    s.place("yevlakh", "under its control", part_of="azerbaijan", by="azerbaijan", derived="'its' is Azerbaijan")

    s = text.sentence("However, it also dictated … Armenian population.")
    agenda = "azerbaijan-sets-agenda-2023"
    s.event(agenda, "dictated", status="occurred")
    s.event(
        agenda, "also dictated", date_edtf="2023-09-19", derived="said with the announcement of the sentence before"
    )
    s.event_actor(agenda, "azerbaijan", "speaker", "it also dictated", derived="'it' is Azerbaijan")
    s.event_actor(
        agenda,
        "karabakh-representatives",
        "addressee",
        "agenda",
        derived="the agenda is that of the meeting with them",
    )
    s.event_topic(agenda, "events/karabakh-forces-disarmed", "disarming")
    s.event_topic(agenda, "events/karabakh-integration", "integration")
    s.event_topic(agenda, "events/karabakh-forces-dissolved", "dissolution")
    s.event(
        "karabakh-forces-dissolved",
        "dissolution",
        status="conditional",
        by="azerbaijan",
        derived="a demand of Azerbaijan's agenda",
    )
    s.event_actor("karabakh-forces-dissolved", "karabakh-armed-forces", "actor", "armed forces", by="azerbaijan")
    s.event_actor("karabakh-integration", "karabakh-armenians", "affected", "Armenian population", by="azerbaijan")
    s.event(
        "karabakh-forces-disarmed",
        "disarming",
        status="conditional",
        by="azerbaijan",
        derived="a demand of Azerbaijan's agenda",
    )
    s.event_actor("karabakh-forces-disarmed", "karabakh-armed-forces", "actor", "armed forces", by="azerbaijan")
    s.event(
        "karabakh-integration",
        "integration",
        status="conditional",
        by="azerbaijan",
        derived="a demand of Azerbaijan's agenda",
    )

    s = text.sentence("At time of writing … continues.")
    side, now = "karabakh-armenian-side", "'at time of writing' is the day of publication"
    for figure, words, best, class_words, victims in (
        ("karabakh-killed-2023", "30 fatalities", 30, "30 fatalities", "total"),
        ("karabakh-civilians-killed-2023", "seven civilians", 7, "seven civilians", "civilian"),
        ("karabakh-wounded-2023", "138 wounded", 138, "138 wounded", "total"),
        ("karabakh-civilians-wounded-2023", "29 civilians", 29, "29 civilians", "civilian"),
    ):
        s.casualty(figure, words, best=best, by=side)
        s.casualty(
            figure,
            class_words,
            victim_class=victims,
            by=side,
            derived="the figure includes civilians and others" if victims == "total" else None,
        )
        s.casualty(figure, "fighting", event_id=fighting, derived="the fighting that the article tells of")
        s.casualty(figure, "reported from the Karabakh Armenian side", reported_by=side)
        s.casualty(
            figure,
            "Karabakh Armenian side",
            side_id=side,
            judged="figures 'reported from' a side are read as its own dead and wounded",
        )
        s.casualty(figure, "time of writing", as_of_edtf="2023-09-20", derived=now)
    s.casualty("karabakh-killed-2023", "fatalities", measure="killed", by=side)
    s.casualty("karabakh-civilians-killed-2023", "fatalities", measure="killed", by=side)
    s.casualty("karabakh-wounded-2023", "wounded", measure="wounded", by=side)
    s.casualty("karabakh-civilians-wounded-2023", "wounded", measure="wounded", by=side)
    s.casualty(
        "karabakh-civilians-killed-2023",
        "including seven civilians",
        subset_of="karabakh-killed-2023",
        by=side,
        derived="'including': the seven are among the 30",
    )
    s.casualty(
        "karabakh-civilians-wounded-2023",
        "including 29 civilians",
        subset_of="karabakh-wounded-2023",
        by=side,
        derived="'including': the 29 are among the 138",
    )
    report = "karabakh-side-reports-casualties"
    s.event(report, "reported", status="occurred")
    s.event_actor(report, side, "speaker", "Karabakh Armenian side")
    s.event_topic(report, "casualties/karabakh-killed-2023", "30 fatalities")
    s.event_topic(report, "casualties/karabakh-wounded-2023", "138 wounded")
    s.event_topic(report, "casualties/karabakh-civilians-killed-2023", "seven civilians")
    s.event_topic(report, "casualties/karabakh-civilians-wounded-2023", "29 civilians")

    s = text.sentence("Meanwhile, fearful … in Karabakh.")
    s.event("pashinyan-rules-out-intervention", "stated", status="occurred")
    s.event_actor("pashinyan-rules-out-intervention", "nikol-pashinyan", "speaker", "Pashinyan")
    s.event_topic("pashinyan-rules-out-intervention", "events/armenian-intervention-2023", "would not intervene")
    s.event("armenian-intervention-2023", "would not intervene", status="denied", by="nikol-pashinyan")
    s.event(
        "armenian-intervention-2023",
        "in Karabakh",
        where="nagorno-karabakh",
        by="nikol-pashinyan",
        derived="those on whose side it would be are in Karabakh",
    )
    s.event_actor(
        "armenian-intervention-2023",
        "armenian-armed-forces",
        "actor",
        "armed forces",
        by="nikol-pashinyan",
    )
    s.event_actor(
        "armenian-intervention-2023",
        "karabakh-armenians",
        "recipient",
        "ethnic kin",
        by="nikol-pashinyan",
        derived="it would be on their side",
    )
    s.event(
        "fighting-spreads-2023",
        "could spread",
        status="conditional",
        by="nikol-pashinyan",
        derived="what he is said to fear",
    )
    s.event(
        "pashinyan-fears-spread",
        "fearful",
        status="occurred",
        derived="the fear is the ground of what he stated",
    )
    s.event_actor("pashinyan-fears-spread", "nikol-pashinyan", "speaker", "Pashinyan")
    s.event_topic("pashinyan-fears-spread", "events/fighting-spreads-2023", "could spread")
    s.actor("nikol-pashinyan", "Prime Minister", office="Prime Minister")
    s.actor(
        "nikol-pashinyan", "Armenian Prime Minister", part_of="armenia", derived="'Armenian' says whose prime minister"
    )
    s.actor(
        "armenian-armed-forces",
        "his country’s armed forces",
        part_of="armenia",
        derived="'his' is the Armenian prime minister",
    )

    s = text.sentence("Yerevan, however … negotiation table.")
    s.event("armenia-appeals-for-intervention", "did appeal", status="occurred")
    s.event_actor("armenia-appeals-for-intervention", "armenia", "speaker", "Yerevan")
    s.event_actor("armenia-appeals-for-intervention", "international-community", "addressee", "international community")
    s.event_topic(
        "armenia-appeals-for-intervention", "events/international-intervention-2023", "appeal for intervention"
    )
    s.event("international-intervention-2023", "appeal for intervention", status="conditional")
    s.event_actor(
        "international-intervention-2023",
        "international-community",
        "actor",
        "international community",
    )
    s.event("international-calls-to-stop-2023", "has been united in its calls", status="occurred")
    s.event_actor(
        "international-calls-to-stop-2023",
        "international-community",
        "speaker",
        "international community",
    )
    s.event_actor("international-calls-to-stop-2023", "azerbaijan", "addressee", "Azerbaijan")
    s.event_topic(
        "international-calls-to-stop-2023", "events/azerbaijan-ends-military-action", "end its military action"
    )
    s.event("azerbaijan-ends-military-action", "calls for Azerbaijan to end", status="conditional")
    s.event_actor("azerbaijan-ends-military-action", "azerbaijan", "actor", "Azerbaijan")
    s.event_topic(
        "international-calls-to-stop-2023",
        "events/azerbaijan-karabakh-talks-asked",
        "return",
        derived="with whom, the next sentence says: Baku and the Karabakh Armenians",
    )
    s.event(
        "azerbaijan-karabakh-talks-asked",
        "calls for Azerbaijan to end its military action and to return",
        status="conditional",
        derived="with whom, the next sentence says: Baku and the Karabakh Armenians",
    )

    s = text.sentence("The United States and … crisis.")
    s.event("us-eu-call-for-talks-2023", "called on", status="occurred")
    s.event_actor("us-eu-call-for-talks-2023", "united-states", "speaker", "United States")
    s.event_actor("us-eu-call-for-talks-2023", "european-union", "speaker", "European Union")
    s.event_actor("us-eu-call-for-talks-2023", "azerbaijan", "addressee", "Baku")
    s.event_actor("us-eu-call-for-talks-2023", "karabakh-armenians", "addressee", "Karabakh Armenians")
    s.event_topic("us-eu-call-for-talks-2023", "events/azerbaijan-karabakh-talks-asked", "sit down to negotiate")
    s.event(
        "azerbaijan-karabakh-talks-asked",
        "called on Baku and the Karabakh Armenians to finally sit down",
        status="conditional",
    )
    s.event_actor("azerbaijan-karabakh-talks-asked", "azerbaijan", "participant", "Baku")
    s.event_actor("azerbaijan-karabakh-talks-asked", "karabakh-armenians", "participant", "Karabakh Armenians")

    s = text.sentence("The last time … Khojaly.")
    march = "khojaly-meeting-2023-03"
    s.event(march, "did so", status="occurred")
    s.event(march, "March", date_edtf="2023-03", derived=YEAR)
    s.event(march, "base", where="peacekeepers-base-khojaly")
    s.event_actor(
        march, "azerbaijan", "participant", "they did so", derived="'they' are Baku and the Karabakh Armenians"
    )
    s.event_actor(
        march, "karabakh-armenians", "participant", "they did so", derived="'they' are Baku and the Karabakh Armenians"
    )
    s.event_actor(march, "russia", "mediator", "Russian mediation", derived="'Russian'")
    s.event_actor(march, "russian-peacekeepers", "host", "peacekeeping contingent", derived="the base is theirs")
    s.place("peacekeepers-base-khojaly", "Khojaly", part_of="khojaly")

    s = text.sentence("Despite their presence … collusion.")
    s.mention("leading {some} to accuse", "actors/unnamed-voices")
    s.event("peacekeepers-intervention-2023", "did not intervene", status="denied")
    s.event(
        "peacekeepers-intervention-2023",
        "on the ground",
        where="nagorno-karabakh",
        derived="the ground is that of the fighting in Karabakh",
    )
    s.event_actor("peacekeepers-intervention-2023", "russian-peacekeepers", "actor", "peacekeepers")
    s.event("peacekeepers-accused-of-collusion", "accuse them of collusion", status="occurred")
    s.event_actor("peacekeepers-accused-of-collusion", VOICES, "speaker", "some", derived="'some' are not named")
    s.event_actor(
        "peacekeepers-accused-of-collusion",
        "russian-peacekeepers",
        "target",
        "accuse them",
        derived="'them' are the Russian peacekeepers",
    )
    s.event_topic("peacekeepers-accused-of-collusion", "events/peacekeepers-intervention-2023", "did not intervene")
    s.event_topic("peacekeepers-accused-of-collusion", "events/peacekeepers-collusion-2023", "collusion")
    s.event("peacekeepers-collusion-2023", "accuse them of collusion", status="alleged", by=VOICES)
    s.event_actor(
        "peacekeepers-collusion-2023",
        "russian-peacekeepers",
        "actor",
        "accuse them",
        by=VOICES,
        derived="'them' are the Russian peacekeepers",
    )

    s = text.sentence("Baku had anyway … shelter.")
    s.mention("escorted {civilians}", "actors/karabakh-civilians")
    s.event("azerbaijan-says-population-not-targeted", "maintained", status="occurred")
    s.event_actor("azerbaijan-says-population-not-targeted", "azerbaijan", "speaker", "Baku")
    s.event_topic("azerbaijan-says-population-not-targeted", "events/targeting-of-population-2023", "not target")
    s.event("targeting-of-population-2023", "not target", status="denied", by="azerbaijan")
    s.event_actor("targeting-of-population-2023", "azerbaijan", "actor", "Baku", by="azerbaijan")
    s.event_actor("targeting-of-population-2023", "karabakh-armenians", "target", "population", by="azerbaijan")
    s.event("peacekeepers-escort-civilians", "escorted", status="occurred")
    for event, words in (("peacekeepers-escort-civilians", "escorted"), ("peacekeepers-feed-and-shelter", "provided")):
        s.event(
            event,
            words,
            date_edtf="2023-09-19/2023-09-20",
            where="nagorno-karabakh",
            derived="during the fighting in Karabakh, until the day of the article",
        )
    s.event_actor("peacekeepers-escort-civilians", "russian-peacekeepers", "actor", "peacekeepers")
    s.event_actor("peacekeepers-escort-civilians", "karabakh-civilians", "recipient", "civilians")
    s.event("peacekeepers-feed-and-shelter", "provided", status="occurred")
    s.event_actor("peacekeepers-feed-and-shelter", "russian-peacekeepers", "actor", "peacekeepers")
    s.event_actor(
        "peacekeepers-feed-and-shelter",
        "karabakh-civilians",
        "recipient",
        "provided them",
        derived="'them' are the civilians",
    )

    s = text.sentence("Concerns that the situation … today.")
    cease, told, terms = "karabakh-ceasefire-2023", "ceasefire-announced-2023", "karabakh-agreement-2023"
    s.event(
        "concern-that-situation-worsens",
        "Concerns",
        status="occurred",
        derived="the noun takes the concern as held; whose it is stays unsaid",
    )
    s.event_actor("concern-that-situation-worsens", VOICES, "speaker", "Concerns", derived="whose concerns is not said")
    s.event_topic(
        "concern-that-situation-worsens",
        f"events/{fighting}",
        "situation",
        derived="'the situation' is that of the fighting",
    )
    s.event(
        fighting,
        "situation",
        status="ongoing",
        derived="it has not ended when the ceasefire is announced",
    )
    s.event(told, "announced", status="occurred")
    s.event(told, "today", date_edtf="2023-09-20", derived=TODAY)
    s.event_topic(told, f"events/{cease}", "announced ceasefire")
    s.event(cease, "announced ceasefire", status="planned", derived="announced, and not yet told as kept")
    s.event(cease, "announced ceasefire", where="nagorno-karabakh", derived="the fighting that it ends is in Karabakh")
    s.event(cease, "today", date_edtf="2023-09-20", derived=TODAY)

    s.clause(
        "ceasefire-september-2023",
        "announced ceasefire",
        modality="obligation",
        agreement_id="karabakh-ceasefire-2023",
        derived="the agreement of the next sentence is that of this ceasefire",
    )
    s.clause_event(
        "ceasefire-september-2023",
        cease,
        "pending",
        "announced ceasefire",
        derived="announced, and not yet told as kept",
    )

    s = text.sentence("Under the terms … its own forces.")
    s.mention("{Karabakh} has agreed", "actors/nagorno-karabakh-republic")
    s.event(terms, "agreed", status="occurred")
    s.event(
        terms,
        "agreed",
        date_edtf="2023-09-20",
        derived="the agreement of the ceasefire that was announced on 20 September 2023",
    )
    s.event_actor(terms, "nagorno-karabakh-republic", "signatory", "Karabakh has agreed")
    s.agreement("karabakh-ceasefire-2023", "has agreed", concluded_by=terms)
    s.event("karabakh-agency-releases-terms", "released", status="occurred")
    s.event_actor("karabakh-agency-releases-terms", "karabakh-information-agency", "speaker", "information agency")
    s.event_topic("karabakh-agency-releases-terms", "agreements/karabakh-ceasefire-2023", "agreement")
    s.actor(
        "karabakh-information-agency",
        "its official information agency",
        part_of="nagorno-karabakh-republic",
        derived="'its' is Karabakh",
    )
    for clause, words, event in (
        ("armenian-units-withdraw", "withdrawal", "armenian-units-withdrawn"),
        ("karabakh-forces-disarm", "disarmament", "karabakh-forces-disarmed"),
        ("karabakh-forces-dissolve", "dissolution", "karabakh-forces-dissolved"),
    ):
        s.clause(clause, "agreement", agreement_id="karabakh-ceasefire-2023")
        s.clause(clause, "agreed", modality="obligation")
        s.clause_actor(clause, "nagorno-karabakh-republic", "obligor", "Karabakh")
        s.event(event, words, status="planned", derived="agreed, and not told as done")
        s.clause_event(
            clause, event, "pending", words, derived="agreed on the day of the article, and not told as done"
        )
    s.clause(
        "armenian-units-withdraw",
        "control of Russian peacekeepers",
        place_id="peacekeepers-territory",
        derived="the words name the territory",
    )
    s.event(
        "armenian-units-withdrawn",
        "control of Russian peacekeepers",
        where="peacekeepers-territory",
    )
    s.event_actor(
        "armenian-units-withdrawn",
        "armenian-armed-forces",
        "actor",
        "military units",
        judged="'Armenian', set against Karabakh's own forces, is read as Armenia's",
    )
    s.event_actor("karabakh-forces-disarmed", "karabakh-armed-forces", "actor", "its own forces")
    s.event_actor("karabakh-forces-dissolved", "karabakh-armed-forces", "actor", "its own forces")
    s.actor(
        "karabakh-armed-forces", "its own forces", part_of="nagorno-karabakh-republic", derived="'its own': Karabakh's"
    )

    s = text.sentence("More crucially … Constitution of Azerbaijan”.")
    s.event(talks, "will meet", status="planned")
    s.event(talks, "tomorrow", date_edtf="2023-09-21", derived="the day after publication, 20 September 2023")
    s.event(talks, "Yevlakh", where="yevlakh")
    s.event_actor(talks, "karabakh-representatives", "participant", "representatives")
    s.place("yevlakh", "Azerbaijani", part_of="azerbaijan", derived="'Azerbaijani' says in which country")
    s.event("karabakh-integration", "reintegration", status="conditional", derived="a matter to be discussed")
    s.event_actor("karabakh-integration", "karabakh-armenians", "affected", "Karabakh Armenians")

    text.comment_footer("I commenti … policy")
    text.comment_footer("blog comments powered by")
