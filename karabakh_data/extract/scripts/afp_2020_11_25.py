"""An unsigned English version of an AFP report, 25 to 30 November 2020: Kalbajar is handed over, ten days late."""

from karabakh_data.extract.text import Text

YEAR = "the year is that of publication, 2020"
DEAL = "november-2020-agreement"
HEADLINE = "Azerbaijan takes over second neighboring Nagorno-Karabakh district"
THEN = "the present tense tells what was being done in those days"
LAST_WEEK = "the week before that of publication, Monday to Sunday; published from Wednesday 25 to Monday 30 November"
BEFORE = "'the handover' is the entry told at the head of the article, on 25 November"


def code(text: Text) -> None:
    text.names(
        {
            "Azerbaijan": "actors/azerbaijan",
            "Baku": "actors/azerbaijan",
            "Azerbaijani soldiers": "actors/azerbaijani-army",
            "The Azerbaijani army": "actors/azerbaijani-army",
            "the Azerbaijani army": "actors/azerbaijani-army",
            "its soldiers": "actors/azerbaijani-army",
            "Azerbaijani army": "actors/azerbaijani-army",
            "Ministry of Defense": "actors/azerbaijani-ministry-of-defence",
            "Ilham Aliyev": "actors/ilham-aliyev",
            "Ilham Aliev": "actors/ilham-aliyev",
            "Armenia": "actors/armenia",
            "Yerevan": "actors/armenia",
            "the Armenians": "actors/armenians-of-kalbajar",
            "Armenian residents": "actors/armenians-of-kalbajar",
            "Armenians": "actors/armenians-of-kalbajar",
            "the Azerbaijanis": "actors/azerbaijanis",
            "the Azerbaijani population": "actors/azerbaijanis",
            "Armenian soldiers": "actors/armenian-armed-forces",
            "the 20-year-old soldier": "actors/soldier-at-cherektar",
            "a 53-year-old mason": "actors/mason",
            "a 25-year-old student": "actors/student-in-baku",
            "Vladimir Poutine": "actors/vladimir-putin",
            "The Russian president": "actors/vladimir-putin",
            "the Kremlin": "actors/russia",
            "Moscow": "actors/russia",
            "Russia": "actors/russia",
            "Recep Tayyip Erdogan": "actors/recep-tayyip-erdogan",
            "Turkey": "actors/turkey",
            "Ankara": "actors/turkey",
            "Turkish soldiers": "actors/turkish-armed-forces",
            "Russian peacekeepers": "actors/russian-peacekeepers",
            "the Russian troops": "actors/russian-armed-forces",
            "France": "actors/france",
            "Paris": "actors/france",
            "the United States": "actors/united-states",
            "Western countries": "actors/western-countries",
            "“Minsk group”": "actors/minsk-group",
            "EU": "actors/european-union",
            "AFP": "actors/afp",
            "Kalbajar district": "places/kalbajar-district",
            "district of Kalbajar": "places/kalbajar-district",
            "Kalbajar": "places/kalbajar-district",
            "this mountainous region": "places/kalbajar-district",
            "Aghdam": "places/aghdam-district",
            "Lachin": "places/lachin-district",
            "second neighboring Nagorno-Karabakh district": "places/kalbajar-district",
            "Nagorny Karabakh": "places/nagorno-karabakh",
            "Nagorno Karabakh": "places/nagorno-karabakh",
            "Karabakh": "places/nagorno-karabakh",
            "self-proclaimed republic of Nagorno Karabakh": "actors/nagorno-karabakh-republic",
            "the separatist region": "places/nagorno-karabakh",
            "the disputed region": "places/nagorno-karabakh",
            "three districts surrounding Nagorno Karabakh": "places/three-districts",
            "Four other districts": "places/four-other-districts",
            "Cherektar": "places/cherektar",
            "these regions": "places/three-districts",
            "Russian": "actors/russia",
            "Turkish counterpart": "actors/recep-tayyip-erdogan",
            "Azerbaijani President": "actors/ilham-aliyev",
            "Armenian Prime Minister": "actors/nikol-pashinyan",
            "Nikol Pachinian": "actors/nikol-pashinyan",
        }
    )
    handover, entry = "kalbajar-handover-2020", "kalbajar-entry-2020"

    s = text.headline(HEADLINE, nth=(1, 3))
    s.source("title", HEADLINE)
    s.event(handover, "takes over", status="occurred")
    s.event(
        handover,
        "second neighboring Nagorno-Karabakh district",
        where="kalbajar-district",
        derived="the article names the district in its first sentence",
    )
    s.event_actor(handover, "azerbaijan", "recipient", "Azerbaijan takes over")
    text.boilerplate("Photo of author")
    s = text.byline("By admin")
    s.source("author", "admin")

    s = text.standfirst("Azerbaijani soldiers … region. .")
    s.event(entry, "entered", status="occurred")
    s.event(entry, "Kalbajar", where="kalbajar-district")
    s.event(
        entry,
        "Wednesday",
        date_edtf="2020-11-25",
        derived="the Ministry of Defense dates the entry to 25 November, further on",
    )
    s.event(
        entry,
        "entered",
        part_of=handover,
        derived="the entry by which the district is taken over",
    )
    s.event_actor(entry, "azerbaijani-army", "actor", "Azerbaijani soldiers")
    s.source("published_edtf", "Wednesday")
    s.event(
        handover,
        "second of three retrocessions",
        status="occurred",
        derived="the second is the one that the sentence tells",
    )
    s.event(
        handover,
        "Wednesday",
        date_edtf="2020-11-25",
        derived="the district is taken over with the entry on Wednesday, 25 November 2020",
    )
    s.event(handover, "second of three retrocessions", part_of="three-handovers-2020", derived="one of the three")
    s.event_actor(handover, "armenia", "actor", "Armenia")
    s.event(
        "three-handovers-2020",
        "second of three",
        status="ongoing",
        derived="the second of three is told here and the third is to come",
    )
    s.event_actor("three-handovers-2020", "armenia", "actor", "Armenia")
    s.event("november-2020-ceasefire", "ceasefire ended six weeks of fighting", status="occurred")
    s.event("second-karabakh-war", "ended six weeks of fighting", status="occurred")
    s.event("second-karabakh-war", "disputed region", where="nagorno-karabakh")
    s.event(
        "second-karabakh-war",
        "six weeks",
        date_edtf="2020-09~/2020-11",
        derived="six weeks that end with the ceasefire at the start of November 2020",
    )

    links = "the headline of another article, as a link"
    s = text.related_link("• Read also: EU: Paris plans … more”")
    s.event(
        "france-presses-turkey",
        "plans to force",
        status="planned",
        judged=f"{links}; 'force', without saying to what, is read as pressing",
    )
    s.event_actor("france-presses-turkey", "france", "actor", "Paris")
    s.event_actor("france-presses-turkey", "turkey", "target", "Turkey")
    s = text.related_link("• Read also: Nagorny … Moscow")
    s.event(
        "armenia-seeks-military-cooperation",
        "wants",
        status="occurred",
        derived="a wish that is told as made known",
    )
    s.event_actor("armenia-seeks-military-cooperation", "armenia", "speaker", "Yerevan")
    s.event_topic(
        "armenia-seeks-military-cooperation",
        "events/armenia-russia-military-cooperation",
        "military cooperation",
    )
    s.event(
        "armenia-russia-military-cooperation",
        "wants to strengthen military cooperation",
        status="conditional",
        by="armenia",
    )
    s.event_actor("armenia-russia-military-cooperation", "armenia", "participant", "Yerevan", by="armenia")
    s.event_actor("armenia-russia-military-cooperation", "russia", "participant", "Moscow", by="armenia")
    s = text.related_link("• Read also: Karabakh … the Armenians")
    s.mention("the Armenians", "actors/armenia")
    s.event("army-announces-district-entry", "announces", status="occurred")
    s.event_actor("army-announces-district-entry", "azerbaijani-army", "speaker", "Azerbaijani army")
    s.event_topic("army-announces-district-entry", "events/entry-into-a-district", "entry")
    unnamed = "the link does not name the district"
    s.event("entry-into-a-district", "announces its entry", status="alleged", by="azerbaijani-army", note=unnamed)
    s.event_actor("entry-into-a-district", "azerbaijani-army", "actor", "Azerbaijani army", by="azerbaijani-army")
    s.event("handover-of-a-district", "handed over", status="occurred", note=unnamed)
    s.event_actor("handover-of-a-district", "armenia", "actor", "handed over by the Armenians")

    s = text.sentence("The Azerbaijani army released … snow fell.")
    film, mines = "army-releases-footage", "kalbajar-demining-2020"
    s.event(film, "released", status="occurred")
    s.event_actor(film, "azerbaijani-army", "speaker", "Azerbaijani army")
    s.event_topic(film, f"events/{entry}", "return of its soldiers")
    s.event(entry, "return of its soldiers", status="occurred", derived="footage of it was released")
    s.event_topic(film, f"events/{mines}", "demining")
    s.event(mines, "demining", status="occurred", derived="they are on the footage that was released")
    s.event(mines, "mountainous region", where="kalbajar-district")
    s.event_actor(mines, "azerbaijani-army", "actor", "its soldiers")

    s = text.sentence("In a statement … Azerbaijan and Russia.")
    told = "defence-ministry-on-kalbajar-entry"
    s.event(told, "said", status="occurred")
    s.event_actor(told, "azerbaijani-ministry-of-defence", "speaker", "Ministry of Defense")
    s.event_topic(told, f"events/{entry}", "entered")
    s.mention("in {Baku}", "places/baku")
    s.actor(
        "azerbaijani-ministry-of-defence",
        "in {Baku}",
        part_of="azerbaijan",
        derived="the ministry in Baku is Azerbaijan's",
    )
    s.event(entry, "entered", status="occurred", by="azerbaijani-ministry-of-defence")
    s.event(entry, "November 25", date_edtf="2020-11-25", by="azerbaijani-ministry-of-defence", derived=YEAR)
    s.event(entry, "Kalbajar", where="kalbajar-district", by="azerbaijani-ministry-of-defence")
    s.event_actor(entry, "azerbaijani-army", "actor", "Azerbaijani army", by="azerbaijani-ministry-of-defence")
    s.event(DEAL, "signed", status="occurred")
    s.event(
        DEAL,
        "start. November",
        date_edtf="2020-11-01/2020-11-10",
        judged="misprint of 'start of November', read as its first ten days; the year is that of publication",
    )
    s.event_actor(DEAL, "armenia", "signatory", "signed at the start. November by Armenia")
    s.event_actor(DEAL, "azerbaijan", "signatory", "signed at the start. November by Armenia, Azerbaijan")
    s.event_actor(DEAL, "russia", "signatory", "signed at the start. November by Armenia, Azerbaijan and Russia")
    s.agreement(DEAL, "agreement signed", concluded_by=DEAL)

    s = text.sentence("Located between … postponed the event.")
    moved = "kalbajar-postponement-2020"
    s.clause("kalbajar-handover", "November 15", due_edtf="2020-11-15", derived=YEAR)
    s.clause("kalbajar-handover", "should have been surrendered", modality="obligation")
    s.clause(
        "kalbajar-handover",
        "Kalbajar",
        agreement_id=DEAL,
        derived="one of the three districts of the next sentence, agreed by signing the ceasefire",
    )
    s.clause("kalbajar-handover", "Kalbajar", place_id="kalbajar-district")
    s.event(moved, "postponed", status="occurred")
    s.event_actor(moved, "azerbaijan", "actor", "Baku")
    s.clause_event("kalbajar-handover", moved, "postponed", "postponed")
    s.clause_event(
        "kalbajar-handover",
        handover,
        "late",
        "November 15",
        derived="due on 15 November, taken over on 25 November",
    )

    s = text.sentence("By signing the ceasefire … 1990s.")
    s.event(DEAL, "By signing", status="occurred")
    s.event_actor(DEAL, "armenia", "signatory", "By signing the ceasefire, Yerevan")
    for district in ("kalbajar", "aghdam", "lachin"):
        s.clause(f"{district}-handover", "ceasefire", agreement_id=DEAL)
        s.clause(f"{district}-handover", "agreed to surrender", modality="obligation")
        s.clause_actor(f"{district}-handover", "armenia", "obligor", "Yerevan")
        s.clause_actor(
            f"{district}-handover",
            "azerbaijan",
            "beneficiary",
            "Baku",
            derived="the districts that had escaped its control are surrendered to it",
        )
    s.event("first-karabakh-war", "first war", status="occurred", derived="a war of the 1990s is past")
    s.event("first-karabakh-war", "1990s", date_edtf="199X")
    s.event(
        "districts-outside-azerbaijani-control",
        "escaped",
        status="occurred",
        derived="'had escaped': until the first of the three was surrendered, as the next sentence says",
    )
    s.event(
        "districts-outside-azerbaijani-control",
        "1990s",
        date_edtf="1990/2020-11-20",
        judged="from 1990 at the earliest until the first of the three was surrendered, as the next sentence says",
    )
    s.event("districts-outside-azerbaijani-control", "three districts", where="three-districts")
    s.event_actor("districts-outside-azerbaijani-control", "azerbaijan", "affected", "Baku")

    s = text.sentence("The district of Kalbajar, like … separatist region.")
    s.event("aghdam-handover-2020", "{surrendered} on November 20", status="occurred")
    s.event_actor(
        "aghdam-handover-2020",
        "armenia",
        "actor",
        "{surrendered} on November 20",
        derived="Armenia is the one that agreed to surrender the districts, in the sentence before",
    )
    s.event_actor(
        "lachin-handover-2020",
        "armenia",
        "actor",
        "to be surrendered",
        derived="Armenia is the one that agreed to surrender the districts, in the sentence before",
    )
    s.event("aghdam-handover-2020", "November 20", date_edtf="2020-11-20", derived=YEAR)
    s.event("aghdam-handover-2020", "Aghdam", where="aghdam-district")
    s.event(
        "aghdam-handover-2020",
        "Aghdam",
        part_of="three-handovers-2020",
        derived="one of the three districts of the sentence before",
    )
    s.clause("aghdam-handover", "Aghdam", place_id="aghdam-district")
    s.clause_event("aghdam-handover", "aghdam-handover-2020", "fulfilled", "{surrendered} on November 20")
    s.event("lachin-handover-2020", "is to be surrendered", status="planned")
    s.event("lachin-handover-2020", "December 1", date_edtf="2020-12-01", derived=YEAR)
    s.event("lachin-handover-2020", "Lachin", where="lachin-district")
    s.event(
        "lachin-handover-2020",
        "Lachin",
        part_of="three-handovers-2020",
        derived="one of the three districts of the sentence before",
    )
    s.clause("lachin-handover", "December 1", due_edtf="2020-12-01", derived=YEAR)
    s.place(
        "lachin-district",
        "buffer zone",
        part_of="nagorno-karabakh",
        denies=True,
        derived="what forms a zone surrounding the region is not in it",
    )
    s.clause("lachin-handover", "Lachin", place_id="lachin-district")
    s.clause_event("lachin-handover", "lachin-handover-2020", "pending", "is to be surrendered")
    s.event("districts-buffer-zone", "formed", status="occurred")
    s.event(
        "districts-buffer-zone",
        "buffer zone",
        where="districts-around-karabakh",
        derived="the three that the sentence lists and the four of the next, which had the same role",
    )

    s = text.sentence("Four other districts … the fighting.")
    s.event("four-districts-taken-2020", "taken over", status="occurred")
    s.event("four-districts-taken-2020", "Four other districts", where="four-other-districts")
    s.event("four-districts-taken-2020", "during the fighting", part_of="second-karabakh-war")
    s.event("second-karabakh-war", "fighting", status="occurred", derived="the fighting that the ceasefire ended")
    s.event_actor("four-districts-taken-2020", "azerbaijan", "actor", "Baku")
    s.event("districts-buffer-zone", "same role", status="occurred", derived="the role is that of the buffer zone")
    s.event(
        "districts-buffer-zone",
        "Four other districts",
        where="districts-around-karabakh",
        derived="the four of this sentence and the three of the one before",
    )

    text.caption(HEADLINE, nth=(2, 3), no_fact="the headline again, as the description of a picture")
    s = text.subheading("Burnt houses")
    s.event(
        "houses-burnt-kalbajar",
        "Burnt houses",
        where="kalbajar-district",
        derived="a heading over what is told of Kalbajar district",
    )
    s.event("houses-burnt-kalbajar", "Burnt", status="occurred")

    s = text.sentence("Near the village of Cherektar … road.")
    s.mention("the {district} border", "places/kalbajar-district")
    s.event("checkpoint-at-cherektar", "were setting up", status="occurred")
    s.event(
        "checkpoint-at-cherektar",
        "Wednesday",
        date_edtf="2020-11-25",
        derived="the Wednesday of the entry, 25 November 2020",
    )
    s.event("checkpoint-at-cherektar", "Near the village of Cherektar", where="cherektar", prec=2)
    s.event_actor("checkpoint-at-cherektar", "armenian-armed-forces", "actor", "Armenian soldiers")

    s = text.sentence("Kalashnikov automatic … the region.")
    s.mention("abandonment of {the region}", "places/kalbajar-district")
    soldier = "soldier-at-cherektar"
    s.event("soldier-regrets-handover", "regretted", status="occurred")
    s.event_actor(
        "soldier-regrets-handover",
        soldier,
        "speaker",
        "regretted",
        derived="the one who speaks is called the 20-year-old soldier in the next sentence",
    )
    s.event_topic(
        "soldier-regrets-handover",
        f"events/{handover}",
        "abandonment of the region",
        derived="the region that is handed over",
    )

    s.event(
        "soldier-regrets-handover",
        "regretted",
        date_edtf="2020-11-25",
        where="cherektar",
        prec=2,
        derived="at the checkpoint of the sentence before, on that Wednesday",
    )

    s = text.sentence("“We have a lot … here. “")
    s.event("soldier-on-churches-and-graves", "said", status="occurred")
    s.event_actor("soldier-on-churches-and-graves", soldier, "speaker", "soldier")
    s.event_topic(
        "soldier-on-churches-and-graves",
        "places/kalbajar-district",
        "churches here",
        derived="'here' is the region of the sentence before",
    )
    s.event(
        "soldier-on-churches-and-graves",
        "soldier",
        date_edtf="2020-11-25",
        where="cherektar",
        prec=2,
        derived="at the checkpoint of the sentences before, on that Wednesday",
    )
    s.actor(
        soldier, "soldier", part_of="armenian-armed-forces", derived="one of the Armenian soldiers at the checkpoint"
    )

    s = text.sentence("In a televised speech … their departure.")
    aliyev, vow, blame = "ilham-aliyev", "aliyev-promises-to-protect-monuments", "aliyev-blames-armenians-for-fires"
    s.actor(aliyev, "President", office="President")
    s.actor(aliyev, "Azerbaijani President", part_of="azerbaijan", derived="'Azerbaijani' says whose president")
    s.event(vow, "vowed", status="occurred")
    s.event_actor(vow, aliyev, "speaker", "Aliyev")
    s.event_topic(vow, "events/kalbajar-monuments-protected", "defend")
    s.event("kalbajar-monuments-protected", "vowed to defend", status="planned", by=aliyev)
    s.event("kalbajar-monuments-protected", "Kalbajar", where="kalbajar-district", by=aliyev)
    s.event_actor(
        "kalbajar-monuments-protected",
        "azerbaijan",
        "actor",
        "Aliyev vowed",
        by=aliyev,
        derived="the president vows for the state",
    )
    s.event(blame, "criticized", status="occurred")
    s.event_actor(blame, aliyev, "speaker", "Aliyev")
    s.event_actor(blame, "armenians-of-kalbajar", "target", "Armenians")
    fires, houses = "forests-burnt-kalbajar", "houses-burnt-kalbajar"
    s.event_topic(blame, f"events/{fires}", "setting fire")
    s.event_topic(blame, f"events/{houses}", "burning down houses")
    s.event(fires, "criticized the Armenians for “setting fire", status="alleged", by=aliyev)
    s.event(
        houses,
        "criticized the Armenians for “setting fire to forests” and “burning down houses",
        status="alleged",
        by=aliyev,
    )
    s.event_actor(fires, "armenians-of-kalbajar", "actor", "Armenians", by=aliyev)
    s.event_actor(houses, "armenians-of-kalbajar", "actor", "Armenians", by=aliyev)
    s.event(
        fires,
        "before their departure",
        date_edtf="../2020-11-25",
        by=aliyev,
        derived="before the departure that precedes the takeover of 25 November 2020",
    )
    s.event(
        houses,
        "before their departure",
        date_edtf="../2020-11-25",
        by=aliyev,
        derived="before the departure that precedes the takeover of 25 November 2020",
    )
    s.event("armenians-leave-kalbajar", "departure", status="occurred", derived="told as a fact in passing")
    s.event_actor(
        "armenians-leave-kalbajar",
        "armenians-of-kalbajar",
        "affected",
        "their departure",
        derived="'their' are the Armenians",
    )

    s = text.sentence("In the days leading … before leaving.")
    days = "the days before the handover of 25 November 2020, read as about a week"
    for event, words in (
        ("trees-cut-kalbajar", "cut down trees"),
        ("cables-removed-kalbajar", "retrieve power cables"),
        ("dam-parts-removed-kalbajar", "load parts"),
    ):
        s.event(event, "seen", status="occurred")
        s.event(event, words, status="occurred", by="afp", derived="seen by AFP's reporters")
        s.event(event, "days leading up to the handover", date_edtf="2020-11-18~/2020-11-25", judged=days)
        s.event(event, "handover", where="kalbajar-district", derived="the handover is that of Kalbajar")
        s.event_actor(event, "armenians-of-kalbajar", "actor", "Armenian residents")
    s.event(handover, "handover", status="occurred", derived="told as past")
    s.event("armenians-leave-kalbajar", "leaving", status="occurred", derived="told as a fact in passing")
    s.event(
        "armenians-leave-kalbajar",
        "leaving",
        where="kalbajar-district",
        derived="the residents are those of the district that is handed over",
    )
    s.event_actor("armenians-leave-kalbajar", "armenians-of-kalbajar", "affected", "Armenian residents")
    s.source("origin", "AFP had indeed seen", derived="the article tells what AFP's reporters saw as its own reporting")

    s = text.sentence("It is out of the question … everything”.")
    s.mention("{the people} take", "actors/armenians-of-kalbajar")
    mason = "mason"
    s.event("mason-explains-burning", "explained", status="occurred")
    s.event_actor("mason-explains-burning", mason, "speaker", "mason")
    s.event_topic("mason-explains-burning", f"events/{houses}", "burn")
    s.event_topic("mason-explains-burning", "events/trees-cut-kalbajar", "cut down")
    s.event(houses, "burn", status="occurred", by=mason, derived=THEN)
    s.event_actor(houses, "armenians-of-kalbajar", "actor", "they burn", by=mason, derived="'they' are the Armenians")
    s.event("trees-cut-kalbajar", "cut down", status="occurred", by=mason, derived=THEN)
    s.event("belongings-taken-kalbajar", "people take", status="occurred", by=mason, derived=THEN)
    s.event_actor(
        "belongings-taken-kalbajar",
        "armenians-of-kalbajar",
        "actor",
        "people take",
        by=mason,
        derived="'the people' are the Armenians who leave",
    )
    s.event_topic("mason-explains-burning", "events/belongings-taken-kalbajar", "people take")
    s.event(
        "azerbaijanis-settle-in-left-houses",
        "Azerbaijanis live",
        status="denied",
        by=mason,
        judged="'out of the question': the Armenians will not have it",
    )
    s.event_actor("azerbaijanis-settle-in-left-houses", "azerbaijanis", "actor", "Azerbaijanis", by=mason)
    s.event(
        "armenians-refuse-houses",
        "out of the question",
        status="occurred",
        by=mason,
        derived="a refusal that the mason tells",
    )
    s.event_actor("armenians-refuse-houses", "armenians-of-kalbajar", "speaker", "Armenians", by=mason)
    s.event_topic(
        "armenians-refuse-houses",
        "events/azerbaijanis-settle-in-left-houses",
        "Azerbaijanis live",
        by=mason,
    )
    s.event_topic("mason-explains-burning", "events/armenians-refuse-houses", "out of the question")

    s = text.sentence("At the end of the first war … Armenians.")
    s.mention("by {Armenians}", "actors/armenians-of-kalbajar")
    s.event("first-karabakh-war", "At the end of the first war", status="occurred")
    s.event("first-karabakh-war", "1994", date_edtf="../1994", derived="its end is in 1994")
    s.event("azerbaijani-exodus-1994", "had taken place", status="occurred")
    s.event("azerbaijani-exodus-1994", "1994", date_edtf="1994")
    s.event(
        "azerbaijani-exodus-1994",
        "these regions",
        where="three-districts",
        prec=5,
        judged="read as the three districts of which the article tells; it also names four others",
    )
    s.event_actor("azerbaijani-exodus-1994", "azerbaijanis", "affected", "Azerbaijani population")
    s.event("armenian-resettlement", "repopulated", status="occurred")
    s.event(
        "armenian-resettlement",
        "then",
        date_edtf="1994/2020-11",
        derived="after the flight of 1994 and before the departure of November 2020",
    )
    s.event(
        "armenian-resettlement",
        "these regions",
        where="three-districts",
        prec=5,
        judged="read as the three districts of which the article tells; it also names four others",
    )
    s.event_actor("armenian-resettlement", "armenians-of-kalbajar", "actor", "Armenians")

    s = text.sentence("The end of hostilities agreement, signed … victims.")
    s.event(DEAL, "signed", status="occurred")
    s.event_actor(DEAL, "armenia", "signatory", "Armenia", derived="one of the three that signed, as said before")
    for district in ("kalbajar", "aghdam", "lachin"):
        s.clause(
            f"{district}-handover",
            "grants it significant territorial gains",
            modality="obligation",
            judged="read as the three districts to be handed over; the four taken in the fighting may be meant too",
        )
    s.event("second-karabakh-war", "conflict which claimed", status="occurred")
    victims = "second-karabakh-war-victims"
    s.casualty(
        victims,
        "claimed several thousand victims",
        measure="killed",
        judged="a conflict that 'claims victims' kills them; no word says that the wounded are counted",
    )
    s.casualty(victims, "several thousand", wording="several thousand")
    s.casualty(
        victims,
        "conflict",
        event_id="second-karabakh-war",
        derived="the conflict of six weeks is the fighting that the ceasefire ended",
    )
    s.casualty(victims, "victims", victim_class="unknown", judged="who is counted is not said")

    s = text.sentence("It nevertheless allows … peacekeepers.")
    s.event(
        "karabakh-on-smaller-territory",
        "survival of Nagorno Karabakh",
        status="ongoing",
        judged="what the agreement allows is so; 'diminished' is read as of territory, after the sentence on gains",
    )
    s.event_actor(
        "karabakh-on-smaller-territory",
        "nagorno-karabakh-republic",
        "actor",
        "survival of Nagorno Karabakh",
        derived="what survives is the self-proclaimed republic, named before",
    )
    s.event("karabakh-on-smaller-territory", "Nagorno Karabakh", where="nagorno-karabakh")
    s.clause(
        "peacekeepers",
        "sees the deployment",
        modality="obligation",
        derived="what the agreement 'sees' is one of its terms",
    )
    s.clause(
        "peacekeepers",
        "It",
        agreement_id=DEAL,
        derived="'it' is the agreement of the sentence before",
    )
    s.clause("peacekeepers", "2000", quantity=2000)
    s.clause("peacekeepers", "peacekeepers", unit="persons", derived="peacekeepers are persons")
    s.clause_actor("peacekeepers", "russian-peacekeepers", "guarantor", "Russian peacekeepers")
    s.clause_actor("peacekeepers", "russia", "obligor", "Russian", derived="the peacekeepers are Russia's to deploy")
    s.event(
        "peacekeepers-deployed-2020",
        "deployment",
        status="ongoing",
        derived="told in the present tense as what the agreement brings",
    )
    s.event_actor("peacekeepers-deployed-2020", "russian-peacekeepers", "actor", "Russian peacekeepers")
    s.clause_event(
        "peacekeepers",
        "peacekeepers-deployed-2020",
        "partly_fulfilled",
        "deployment",
        derived="told in the present tense as what the agreement brings",
    )

    text.caption(HEADLINE, nth=(3, 3), no_fact="the headline again, as the description of a picture")
    s = text.subheading("Return of refugees")
    s.mention("refugees", "actors/azerbaijanis")
    s.event(
        "azerbaijani-return-to-kalbajar",
        "Return",
        where="kalbajar-district",
        derived="a heading over the hopes for Kalbajar of people in Baku",
    )
    s.event_actor(
        "azerbaijani-return-to-kalbajar",
        "azerbaijanis",
        "actor",
        "refugees",
        derived="the voices under the heading are of people in Baku",
    )
    s.event(
        "azerbaijani-return-to-kalbajar",
        "Return",
        status="conditional",
        judged="a heading over the hopes of people in Baku; nobody is told to have returned",
    )

    s = text.sentence("In Baku, the atmosphere was euphoric.")
    s.mention("In {Baku}", "places/baku")
    s.event("joyful-mood-in-baku", "was euphoric", status="occurred")
    s.event("joyful-mood-in-baku", "Baku", where="baku")
    s = text.sentence("… lived there”.")
    s.mention("{22}, thanked", "actors/person-in-baku-22")
    s.event("student-to-present-kalbajar", "said", status="occurred")
    s.event(
        "student-to-present-kalbajar",
        "student",
        where="baku",
        derived="one of the voices from Baku, of the sentence before",
    )
    s.event_actor("student-to-present-kalbajar", "student-in-baku", "speaker", "student")
    s.event_topic("student-to-present-kalbajar", "places/kalbajar-district", "Kalbajar")
    s.event("thanks-to-russian-troops-in-baku", "thanked", status="occurred")
    s.event(
        "thanks-to-russian-troops-in-baku",
        "thanked",
        where="baku",
        derived="one of the voices from Baku, of the sentence before",
    )
    s.event_actor(
        "thanks-to-russian-troops-in-baku",
        "person-in-baku-22",
        "speaker",
        "22",
        derived="a speaker of 22 years; the text otherwise gives only a name",
    )
    s.event_actor("thanks-to-russian-troops-in-baku", "russian-armed-forces", "addressee", "Russian troops")
    s.event_topic(
        "thanks-to-russian-troops-in-baku",
        "events/azerbaijani-return-to-kalbajar",
        "lived there",
        derived="'there' is Kalbajar",
    )
    s.event(
        "azerbaijani-return-to-kalbajar",
        "could not have lived there",
        status="conditional",
        by="person-in-baku-22",
        judged="the speaker tells of living there as made possible by the troops",
    )

    s = text.sentence("Before the handover, Vladimir … peacekeepers”.")
    calls = "putin-calls-aliyev-and-pashinyan"
    putin, pashinyan = "vladimir-putin", "nikol-pashinyan"
    s.event(calls, "spoke", status="occurred")
    s.event(calls, "Before the handover", date_edtf="../2020-11-25", derived=BEFORE)
    s.event_actor(calls, putin, "participant", "Poutine")
    s.event_actor(calls, aliyev, "participant", "Aliev")
    s.event_actor(calls, pashinyan, "participant", "Pachinian")
    s.event("kremlin-on-calls", "according to", status="occurred")
    s.event_actor("kremlin-on-calls", "russia", "speaker", "Kremlin")
    s.event_topic("kremlin-on-calls", f"events/{calls}", "modalities")
    s.event(
        calls,
        "modalities",
        status="occurred",
        by="russia",
        derived="the Kremlin says what was spoken of, so that the call took place",
    )
    s.actor(pashinyan, "Prime Minister", office="Prime Minister")
    s.actor(pashinyan, "Armenian", part_of="armenia", derived="'Armenian' says whose prime minister")
    s.event(
        "russian-peacekeeping-in-karabakh",
        "work",
        status="ongoing",
        by="russia",
        derived="how they work is spoken of",
    )
    s.event_actor(
        "russian-peacekeeping-in-karabakh", "russian-peacekeepers", "actor", "Russian peacekeepers", by="russia"
    )
    s.event_topic("kremlin-on-calls", "events/russian-peacekeeping-in-karabakh", "work")

    s = text.sentence("The Russian president … control center”.")
    centre, call = "joint-ceasefire-control-centre", "putin-erdogan-talk-2020"
    s.actor(putin, "president", office="president")
    s.actor(putin, "Russian", part_of="russia", derived="'Russian' says whose president")
    s.event(
        call,
        "also spoke",
        status="occurred",
        note="'also' after 'spoke by telephone' of the sentence before: read as a call",
    )
    s.event("putin-and-erdogan-discuss-centre", "discussed", status="occurred")
    for speaker, words in ((putin, "Russian president"), ("recep-tayyip-erdogan", "Erdogan")):
        s.event_actor(
            "putin-and-erdogan-discuss-centre", speaker, "speaker", words, derived="the two who spoke discussed it"
        )
    s.event_topic("putin-and-erdogan-discuss-centre", f"events/{centre}", "discussed")
    s.event_actor(
        call,
        putin,
        "participant",
        "Russian president",
        derived="the Russian president is Putin, of the sentence before",
    )
    s.event_actor(call, "recep-tayyip-erdogan", "participant", "Erdogan")
    s.actor(
        "recep-tayyip-erdogan",
        "counterpart",
        office="president",
        derived="counterpart of the Russian president",
    )
    s.actor("recep-tayyip-erdogan", "Turkish", part_of="turkey", derived="'Turkish' says whose president")
    s.event(
        centre,
        "discussed",
        status="conditional",
        derived="discussed, and not decided by what the text says",
    )

    s = text.sentence("Last week, France called … operations.")
    ask = "france-calls-on-russia-2020-11"
    s.event(ask, "called", status="occurred")
    s.event(
        ask,
        "Last week",
        date_edtf="2020-11-16/2020-11-29",
        judged=LAST_WEEK,
    )
    s.event_actor(ask, "france", "speaker", "France")
    s.event_actor(ask, "russia", "addressee", "Russia")
    s.event_topic(ask, "events/ambiguities-removed", "lift")
    s.event("ambiguities-removed", "called on Russia to lift", status="conditional")
    s.event_actor("ambiguities-removed", "russia", "speaker", "Russia")
    s.event_topic(ask, "clauses/turkey-role", "ceasefire, especially on Turkey’s role")
    s.clause("turkey-role", "ambiguities", modality="ambiguity", by="france")
    s.clause("turkey-role", "ceasefire", agreement_id=DEAL, by="france")
    s.event(
        "france-worries-about-turkey",
        "worrying",
        status="occurred",
        derived="told with what France called for in the week before",
    )
    s.event(
        "france-worries-about-turkey",
        "Last week",
        date_edtf="2020-11-16/2020-11-29",
        judged=LAST_WEEK,
    )
    s.event_actor("france-worries-about-turkey", "france", "speaker", "Paris")
    s.event_topic(
        "france-worries-about-turkey",
        "events/turkey-in-peacekeeping",
        "Ankara is associated",
    )
    s.event("turkey-in-peacekeeping", "worrying that Ankara is associated", status="conditional", by="france")
    s.event_actor("turkey-in-peacekeeping", "turkey", "actor", "Ankara", by="france")

    s = text.sentence("Moscow assured … deployed.")
    sure, sent = "russia-rules-out-turkish-soldiers", "turkish-soldiers-deployed"
    s.event(sure, "assured", status="occurred")
    s.event_actor(sure, "russia", "speaker", "Moscow")
    s.event_topic(sure, f"events/{sent}", "Turkish soldiers")
    s.actor(
        "turkish-armed-forces",
        "Turkish soldiers",
        part_of="turkey",
        by="russia",
        derived="'Turkish' says whose soldiers",
    )
    s.event(sent, "no Turkish soldiers", status="denied", by="russia")
    s.event_actor(sent, "turkish-armed-forces", "actor", "Turkish soldiers", by="russia")

    s = text.sentence("Signed under Russian patronage … of Baku.")
    s.event(DEAL, "Signed", status="occurred")
    s.event_actor(
        DEAL, "russia", "mediator", "Russian patronage", judged="patronage over the signing is read as brokering"
    )
    s.event(
        "turkish-support-for-azerbaijan",
        "unwavering support",
        status="ongoing",
        derived="told as a standing attitude",
    )
    s.event_actor("turkish-support-for-azerbaijan", "turkey", "actor", "Turkey")
    s.event_actor("turkish-support-for-azerbaijan", "azerbaijan", "recipient", "Baku")

    s = text.sentence("Conversely, Western countries … results.")
    s.event(
        "minsk-group-mediation",
        "not obtained",
        status="ongoing",
        derived="without results since the 1990s; 'neither ... have not' is read as a mistranslation of 'neither has'",
    )
    s.event_actor("minsk-group-mediation", "minsk-group", "mediator", "mediators as members of the “Minsk group”")
    s.event_actor("minsk-group-mediation", "france", "mediator", "France nor the United States, mediators")
    s.event_actor("minsk-group-mediation", "united-states", "mediator", "the United States, mediators")

    text.comment_footer("Leave a Comment")
