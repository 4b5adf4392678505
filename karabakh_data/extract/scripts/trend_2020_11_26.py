"""Trend, 26 November 2020: a French official on recognition, then the agency's account of the conflict."""

from karabakh_data.extract.text import Text

YEAR = "the year is that of publication, 2020"
PLAN = "he weighs the step and does not say that it was taken"
TOWARDS = "the act of July 2020 was 'in the direction of' the district; whether in it is not said"
DAYS = "what follows an act of July 2020 is read as of that month"


def code(text: Text) -> None:
    text.names(
        {
            "BAKU": "places/baku",
            "Azerbaijan": "actors/azerbaijan",
            "Armenia": "actors/armenia",
            "Paris": "actors/france",
            "French government": "actors/france",
            "France": "actors/france",
            "Russia": "actors/russia",
            "US": "actors/united-states",
            "Yerevan": "actors/armenia",
            "‘Nagorno-Karabakh Republic’": "actors/nagorno-karabakh-republic",
            "French Foreign Ministry": "actors/french-foreign-ministry",
            "Jean-Baptiste Lemoine": "actors/jean-baptiste-lemoyne",
            "the official": "actors/jean-baptiste-lemoyne",
            "Russian media": "actors/russian-media",
            "the co-chairs": "actors/minsk-group-co-chairs",
            "OSCE Minsk Group": "actors/minsk-group",
            "French Senate": "actors/french-senate",
            "group of senators": "actors/french-senators",
            "Armenian diaspora": "actors/armenian-diaspora",
            "the Azerbaijani president": "actors/president-of-azerbaijan",
            "Armenia's PM": "actors/prime-minister-of-armenia",
            "the president of Russia": "actors/president-of-russia",
            "Armenian Armed Forces": "actors/armenian-armed-forces",
            "Azerbaijani army": "actors/azerbaijani-army",
            "the opposing forces": "actors/armenian-armed-forces",
            "military personnel members": "actors/azerbaijani-army",
            "the front line": "places/front-line-2020",
            "the entire front": "places/front-line-2020",
            "Tovuz district": "places/tovuz-district",
            "Nagorno-Karabakh region": "places/nagorno-karabakh",
            "Nagorno-Karabakh": "places/nagorno-karabakh",
            "seven surrounding districts": "places/districts-around-karabakh",
            "South Caucasus": "places/south-caucasus",
            "Trend": "actors/trend",
            "Armenian": "actors/armenia",
            "Secretary of State": "actors/jean-baptiste-lemoyne",
        }
    )

    s = text.dateline("BAKU, Azerbaijan, Nov. 26")
    s.mention("Azerbaijan", "places/azerbaijan")
    s.place("baku", "BAKU, Azerbaijan", part_of="azerbaijan", derived="the dateline names the country after the city")
    s.source("dateline", "BAKU, Azerbaijan, Nov. 26")
    s.source("published_edtf", "Nov. 26")

    s = text.byline("Trend:")
    s.source("publisher", "Trend")

    s = text.sentence("The unilateral … Russian media.")
    lemoyne = "jean-baptiste-lemoyne"
    s.actor(
        lemoyne,
        "Secretary of State",
        office="Secretary of State at the French Foreign Ministry",
        derived="the words that follow name the ministry",
    )
    s.actor(lemoyne, "French Foreign Ministry", part_of="french-foreign-ministry")
    s.actor("french-foreign-ministry", "French", part_of="france", derived="'French' says whose ministry it is")
    s.event("french-recognition-asked", "recognition", status="conditional", by=lemoyne, derived=PLAN)
    s.event_actor("french-recognition-asked", "france", "actor", "Paris", by=lemoyne)
    s.event_actor("french-recognition-asked", "nagorno-karabakh-republic", "recipient", "Republic", by=lemoyne)
    s.event(
        "lemoyne-recognition-helps-nobody",
        "wouldn't benefit anyone",
        status="occurred",
        by="russian-media",
        derived="what he said, as the agency reports it",
    )
    s.event_actor("lemoyne-recognition-helps-nobody", lemoyne, "speaker", "Lemoine")
    s.event_topic("lemoyne-recognition-helps-nobody", "events/french-recognition-asked", "recognition")
    s.event(
        "russian-media-report-lemoyne",
        "Russian media",
        status="occurred",
        derived="Trend takes its report from these media, so they had reported it",
    )
    s.event_actor("russian-media-report-lemoyne", "russian-media", "speaker", "Russian media")
    s.event_topic(
        "russian-media-report-lemoyne",
        "events/lemoyne-recognition-helps-nobody",
        "reports",
        derived="what Trend reports is what Lemoyne said",
    )

    s = text.sentence("According to the official … partners of Paris.")
    s.event("lemoyne-recognition-not-policy", "According to", status="occurred", by="russian-media")
    s.event_topic(
        "russian-media-report-lemoyne",
        "events/lemoyne-recognition-not-policy",
        "According to",
        derived="goes on with the report of the sentence before",
    )
    s.event(
        "russian-media-report-lemoyne",
        "According to",
        status="occurred",
        derived="goes on with the report of the sentence before",
    )
    s.event_actor(
        "lemoyne-recognition-not-policy", lemoyne, "speaker", "official", derived="the official of the sentence before"
    )
    s.event_topic(
        "lemoyne-recognition-not-policy",
        "events/french-recognition-asked",
        "step",
        derived="'this step' is the recognition of the sentence before",
    )

    s = text.sentence('"The settlement … he stressed.')
    s.mention("the two sides", "actors/conflict-sides")
    s.mention("{the sides} need", "actors/conflict-sides")
    s.event("lemoyne-dialogue-settles", "he stressed", status="occurred", by="russian-media")
    s.event_actor(
        "lemoyne-dialogue-settles",
        lemoyne,
        "speaker",
        "he stressed",
        derived="'he' is the official of the sentence before",
    )
    s.event_topic(
        "russian-media-report-lemoyne",
        "events/lemoyne-dialogue-settles",
        "he stressed",
        derived="goes on with the report of the sentences before",
    )
    s.event(
        "russian-media-report-lemoyne",
        "he stressed",
        status="occurred",
        derived="goes on with the report of the sentences before",
    )
    s.event(
        "peaceful-solution",
        "settlement",
        status="conditional",
        by=lemoyne,
        derived="it depends on a dialogue that is still to be continued",
    )
    s.event_topic("lemoyne-dialogue-settles", "events/peaceful-solution", "settlement")
    s.event_actor("karabakh-dialogue", "conflict-sides", "participant", "the two sides", by=lemoyne)
    s.event_topic("lemoyne-dialogue-settles", "events/karabakh-dialogue", "a {dialogue} between")
    s.event(
        "karabakh-dialogue",
        "continue",
        status="ongoing",
        by=lemoyne,
        derived="what is to be continued is under way",
    )
    s.event(
        "karabakh-dialogue",
        "a {dialogue} between",
        status="ongoing",
        by=lemoyne,
        derived="what is to be continued is under way",
    )
    s.event("co-chairs-support-dialogue", "need the support", status="conditional", by=lemoyne)
    s.event_actor("co-chairs-support-dialogue", "minsk-group-co-chairs", "actor", "co-chairs", by=lemoyne)
    s.event_topic("lemoyne-dialogue-settles", "events/co-chairs-support-dialogue", "need the support")
    s.actor("minsk-group-co-chairs", "Minsk Group", part_of="minsk-group")
    s.actor("minsk-group", "OSCE", part_of="osce", derived="'OSCE Minsk Group': the group is the OSCE's")

    s = text.sentence("As earlier reported … adopted on November 25.")
    draft, vote = "french-senate-draft-resolution-145", "french-senate-resolution-2020"
    s.event(draft, "presented", status="occurred")
    s.event(draft, "November 18", date_edtf="2020-11-18", derived=YEAR)
    s.event_actor(draft, "french-senators", "speaker", "senators")
    s.event_actor(draft, "french-senate", "addressee", "Senate")
    s.event_actor(
        draft,
        "armenian-diaspora",
        "supporter",
        "diaspora",
        note="the agency's own reading of why the senators acted",
    )
    s.event_topic(draft, "events/karabakh-recognition-asked", "need to recognize")
    s.event("karabakh-recognition-asked", "need to recognize", status="conditional")
    s.event_actor("karabakh-recognition-asked", "nagorno-karabakh-republic", "recipient", "Republic")
    s.event(vote, "adopted", status="occurred")
    s.event(vote, "November 25", date_edtf="2020-11-25", derived=YEAR)
    s.event_actor(vote, "french-senate", "actor", "Senate")
    s.actor("french-senate", "French", part_of="france", derived="'French' says whose Senate it is")
    s.actor(
        "french-senators",
        "Senate",
        part_of="french-senate",
        derived="the senators are members of the Senate named before",
    )

    s = text.sentence("Following over a month … surrender document.")
    war, deal = "second-karabakh-war", "november-2020-agreement"
    s.event(war, "Following over a month of military action", status="occurred")
    s.event(
        war,
        "over a month",
        date_edtf="2020-09-27/2020-11-10",
        derived="from the attack of 27 September to the ceasefire of 10 November 2020, both told below",
    )
    s.event_actor(war, "azerbaijan", "participant", "its", derived="'its' is Azerbaijan, the subject of the sentence")
    s.event_actor(
        war,
        "armenia",
        "participant",
        "Armenian occupation",
        derived="the side from which the action was to take the territories",
    )
    s.event(
        "territories-held-by-armenia",
        "Armenian occupation",
        status="occurred",
        derived="the action is told as freeing territories from it, so that it was there",
    )
    s.event_actor(
        "territories-held-by-armenia", "armenia", "actor", "Armenian occupation", derived="'Armenian' says whose"
    )
    s.event_actor(
        "territories-held-by-armenia",
        "azerbaijan",
        "affected",
        "its",
        derived="'its' is Azerbaijan, the subject of the sentence",
    )
    pressed = "azerbaijan-presses-armenia-to-sign"
    s.event(pressed, "has pushed Armenia to sign", status="occurred")
    s.event_actor(pressed, "azerbaijan", "actor", "Azerbaijan has pushed")
    s.event_actor(pressed, "armenia", "target", "pushed Armenia")
    s.event(deal, "sign", status="occurred", derived="'has pushed Armenia to sign': it was signed")
    s.event_actor(deal, "armenia", "signatory", "Armenia to sign")
    s.agreement(
        "november-2020-agreement",
        "sign",
        concluded_by=deal,
        derived="the document that the article calls so is the agreement of November 2020",
    )

    s = text.sentence("A joint statement … president of Russia.")
    joint = "november-2020-joint-statement"
    s.event(joint, "was made", status="occurred")
    s.event_actor(joint, "president-of-azerbaijan", "speaker", "Azerbaijani president")
    s.event_actor(joint, "prime-minister-of-armenia", "speaker", "Armenia's PM")
    s.event_actor(joint, "president-of-russia", "speaker", "president of Russia")
    s.event_topic(
        joint,
        "agreements/november-2020-agreement",
        "matter",
        derived="'the matter' is the document of the sentence before",
    )
    s.actor(
        "president-of-azerbaijan", "Azerbaijani", part_of="azerbaijan", derived="'Azerbaijani' says whose president"
    )
    s.actor(
        "prime-minister-of-armenia", "Armenia's PM", part_of="armenia", derived="'Armenia's' says whose prime minister"
    )
    s.actor("president-of-russia", "president of Russia", part_of="russia", derived="'of Russia' says whose president")

    s = text.sentence("A complete ceasefire … 10 November 2020.")
    s.event("november-2020-ceasefire", "introduced", status="occurred")
    s.event("november-2020-ceasefire", "10 November 2020", date_edtf="2020-11-10")
    s.event(
        "november-2020-ceasefire",
        "Nagorno-Karabakh",
        where="nagorno-karabakh",
        prec=5,
        derived="'the zone of the Nagorno-Karabakh conflict'",
    )

    s.clause(
        "ceasefire",
        "ceasefire",
        agreement_id=deal,
        modality="obligation",
        derived="told right after the joint statement as what it brought",
    )
    s.clause_event("ceasefire", "november-2020-ceasefire", "fulfilled", "introduced")

    s = text.sentence("Armenian Armed Forces launched … on Sept. 27.")
    attack = "armenian-offensive-2020-09-27"
    s.event(attack, "launched", status="occurred")
    s.event(attack, "Sept. 27", date_edtf="2020-09-27", derived=YEAR)
    s.event(attack, "front line", where="front-line-2020")
    s.event(
        attack,
        "attack",
        part_of=war,
        derived="told of the fighting that the ceasefire of 10 November, in the sentence before, ended",
    )
    s.event_actor(attack, "armenian-armed-forces", "actor", "Armenian Armed Forces")
    s.event_actor(attack, "azerbaijani-army", "target", "Azerbaijani army")
    s.actor("armenian-armed-forces", "Armenian", part_of="armenia", derived="'Armenian' says whose forces")
    s.actor("azerbaijani-army", "Azerbaijani", part_of="azerbaijan", derived="'Azerbaijani' says whose army")

    s = text.sentence("Azerbaijan responded … entire front.")
    counter = "azerbaijani-offensive-2020"
    s.event(counter, "responded", status="occurred")
    s.event(counter, "entire front", where="front-line-2020")
    s.event(counter, "counter-offensive", part_of=war, derived="the answer to the attack of 27 September")
    s.event_actor(counter, "azerbaijan", "actor", "Azerbaijan")
    s.event_actor(
        counter,
        "armenian-armed-forces",
        "target",
        "responded",
        derived="the attack answered is that of the Armenian Armed Forces",
    )

    s = text.sentence("Back in July 2020 … Tovuz district.")
    breach, tovuz = "tovuz-incident-2020-07", "tovuz-fighting-2020-07"
    s.event(breach, "violated the ceasefire", status="occurred")
    s.event(breach, "July 2020", date_edtf="2020-07")
    s.event(breach, "in the direction of Azerbaijan's Tovuz district", where="tovuz-district", prec=5, judged=TOWARDS)
    s.event(
        breach,
        "violated the ceasefire",
        part_of=tovuz,
        derived="the start of the fighting that 'continued the following days'",
    )
    s.event_actor(breach, "armenian-armed-forces", "actor", "Armed Forces")
    s.event_actor(
        breach,
        "azerbaijan",
        "target",
        "Azerbaijan's",
        derived="the district is Azerbaijan's",
    )
    s.place("tovuz-district", "Azerbaijan's", part_of="azerbaijan", derived="'Azerbaijan's' says in which country")

    s = text.sentence("As a result of Azerbaijan's … silenced.")
    back = "tovuz-azerbaijani-action-2020-07"
    s.event(back, "retaliation", status="occurred", derived="it had a result: 'were silenced'")
    s.event(back, "retaliation", part_of=tovuz, derived="the answer to the act of the sentence before")
    s.event(back, "retaliation", date_edtf="2020-07", judged=DAYS)
    s.event(back, "retaliation", where="tovuz-district", prec=5, judged=TOWARDS)
    s.event_actor(back, "azerbaijan", "actor", "Azerbaijan's")
    s.event_actor(back, "armenian-armed-forces", "target", "opposing forces")

    s = text.sentence("The fighting continued … as well.")
    s.event(tovuz, "continued", status="occurred")
    s.event(tovuz, "following days", date_edtf="2020-07", judged=DAYS)
    s.event(tovuz, "fighting", where="tovuz-district", prec=5, judged=TOWARDS)
    s.event_actor(
        tovuz, "armenian-armed-forces", "participant", "fighting", derived="a side of the two sentences before"
    )
    s.event_actor(tovuz, "azerbaijan", "participant", "fighting", derived="a side of the sentence before")

    s = text.sentence("Azerbaijan lost … Armed Forces.")
    killed = "azerbaijani-military-killed-tovuz-2020"
    s.casualty(killed, "died", measure="killed")
    s.casualty(
        killed,
        "a number of military personnel members",
        wording="a number of military personnel members",
        victim_class="military",
    )
    s.casualty(
        killed,
        "attacks",
        event_id=tovuz,
        derived="the attacks are those of July 2020 in the sentences before",
    )
    s.casualty(killed, "Azerbaijan", side_id="azerbaijan")

    s = text.sentence("The conflict between … against Azerbaijan.")
    conflict, claim = "karabakh-conflict", "armenian-territorial-claims-1988"
    s.event(conflict, "conflict", status="ongoing", derived="the same text speaks of its settlement as still to come")
    s.event(conflict, "began in 1988", date_edtf="1988/..", derived="a beginning is given and no end")
    s.event(
        conflict,
        "South Caucasus",
        where="south-caucasus",
        prec=7,
        derived="the two countries between which it is lie there",
    )
    s.event_actor(conflict, "armenia", "participant", "Armenia")
    s.event_actor(conflict, "azerbaijan", "participant", "Azerbaijan")
    s.event(claim, "made territorial claims", status="occurred")
    s.event(claim, "1988", date_edtf="1988")
    s.event(claim, "began", part_of=conflict, derived="it is told as the conflict's beginning")
    s.event_actor(claim, "armenia", "speaker", "Armenia")
    s.event_actor(claim, "azerbaijan", "addressee", "Azerbaijan")

    s = text.sentence("As a result of the ensuing … surrounding districts.")
    first, taken = "first-karabakh-war", "takeover-of-karabakh-and-districts"
    s.event(first, "ensuing war", status="occurred")
    s.event(first, "ensuing", part_of=conflict, derived="the war that followed from the conflict's beginning")
    s.event(
        first,
        "ensuing war",
        date_edtf="1988/1994",
        derived="after the beginning in 1988 and before the ceasefire agreement of 1994",
    )
    s.event(taken, "occupied", status="occurred")
    s.event(taken, "Azerbaijan", where="azerbaijan", derived="the state's name stands for its territory")
    s.event(taken, "result of the ensuing war", part_of=first)
    s.event_actor(taken, "armenian-armed-forces", "actor", "Armed Forces")
    s.event_actor(taken, "azerbaijan", "target", "Azerbaijan")
    s.place(
        "nagorno-karabakh",
        "Azerbaijan, including",
        part_of="azerbaijan",
        derived="the state's name stands for its territory",
    )
    s.place(
        "districts-around-karabakh",
        "Azerbaijan, including",
        part_of="azerbaijan",
        derived="'including' runs on to the seven surrounding districts",
    )

    s = text.sentence("The 1994 ceasefire … negotiations.")
    s.event("ceasefire-agreement-1994", "agreement was followed", status="occurred")
    s.event("ceasefire-agreement-1994", "1994", date_edtf="1994")
    s.agreement("ceasefire-agreement-1994", "agreement", concluded_by="ceasefire-agreement-1994")
    s.event("negotiations-after-1994", "followed by peace negotiations", status="occurred")
    s.event(
        "negotiations-after-1994",
        "followed",
        date_edtf="1994/2020-11-26",
        derived="they followed an agreement of 1994 and are told as past on 26 November 2020; no end is given",
    )
