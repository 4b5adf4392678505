"""An unsigned article of November 2020: France asks Russia what the ceasefire agreement leaves unclear."""

from karabakh_data.extract.text import Text

CALLED = "what France calls on Russia to do, and nobody has undertaken"
TERM = "the sentence before says what the agreement provides; this one goes on with it"
BEFORE_MPS = "goes on with what he said before the MPs in Paris"
DEAL = "november-2020-agreement"


def code(text: Text) -> None:
    text.names(
        {
            "France": "actors/france",
            "Russia": "actors/russia",
            "Russian government": "actors/russia",
            "Nagorno-Karabakh": "places/nagorno-karabakh",
            "Nagorno-Karabakh region": "places/nagorno-karabakh",
            "crisis region": "places/nagorno-karabakh",
            "Azerbaijan": "actors/azerbaijan",
            "Armenia": "actors/armenia",
            "Jean-Yves Le Drian": "actors/jean-yves-le-drian",
            "Le Drian": "actors/jean-yves-le-drian",
            "refugees": "actors/karabakh-refugees",
            "Turkey": "actors/turkey",
            "Turkish government": "actors/turkey",
            "MPs": "actors/french-mps",
            "Paris": "places/paris",
            "foreign fighters": "actors/foreign-fighters",
            "chairmen of the Minsk group": "actors/minsk-group-co-chairs",
            "Minsk Group": "actors/minsk-group",
            "The body": "actors/minsk-group",
            "Moscow": "places/moscow",
            "Organization for Security and Co-operation in Europe": "actors/osce",
            "Russian military": "actors/russian-armed-forces",
            "Russian troops": "actors/russian-armed-forces",
            "Russia's head of state": "actors/vladimir-putin",
            "Vladimir Putin": "actors/vladimir-putin",
            "Putin": "actors/vladimir-putin",
            "Russian state television": "actors/russian-state-television",
            "soldiers": "actors/turkish-armed-forces",
            "officers": "actors/turkish-armed-forces",
            "Azerbaijani army": "actors/azerbaijani-army",
            "Syrian terrorists": "actors/syrian-fighters",
            "US government": "actors/united-states",
            "all sides": "actors/conflict-sides",
            "Soviet Union": "places/soviet-union",
            "prisoners": "actors/prisoners",
            "the country": "actors/turkey",
            "Foreign Minister": "actors/jean-yves-le-drian",
            "US Secretary of State": "actors/mike-pompeo",
            "Mike Pompeo": "actors/mike-pompeo",
            "several areas": "places/several-areas",
        }
    )

    text.boilerplate("• The Owner … Agreement", no_fact="site furniture: breadcrumb that repeats the headline")
    text.boilerplate("• .", no_fact="site furniture")

    ask, clear = "france-calls-on-russia-2020-11", "ambiguities-removed"
    s = text.headline("France Is Demanding Details From Russia On The Nagorno-Karabakh Agreement", nth=(2, 2))
    s.source("title", "France Is Demanding Details From Russia On The Nagorno-Karabakh Agreement")
    s.event(ask, "Is Demanding Details", status="occurred", derived="the next sentence tells it as done")
    s.event_actor(ask, "france", "speaker", "France Is Demanding")
    s.event_actor(ask, "russia", "addressee", "From Russia")
    s.event_topic(
        ask,
        "agreements/november-2020-agreement",
        "Nagorno-Karabakh Agreement",
        derived="the agreement that the article is about",
    )

    s = text.standfirst("France has called on … Armenia.")
    s.event(ask, "called on", status="occurred")
    s.event_actor(ask, "france", "speaker", "France")
    s.event_actor(ask, "russia", "addressee", "Russian government")
    s.event_topic(ask, f"events/{clear}", "remove ambiguities")
    s.event(clear, "called on the Russian government to remove ambiguities", status="conditional")
    s.event_actor(clear, "russia", "speaker", "Russian government")
    s.event(DEAL, "it brokered", status="occurred")
    s.event_actor(DEAL, "russia", "mediator", "it brokered", derived="'it' is the Russian government")
    s.event_actor(DEAL, "azerbaijan", "signatory", "between Azerbaijan")
    s.event_actor(DEAL, "armenia", "signatory", "between Azerbaijan and Armenia")
    s.agreement(DEAL, "it brokered", concluded_by=DEAL)

    le_drian = "jean-yves-le-drian"
    s = text.sentence("Foreign Minister Jean-Yves … Nagorno-Karabakh region.")
    s.actor(le_drian, "Foreign Minister", office="Foreign Minister")
    s.actor(le_drian, "Foreign Minister", part_of="france", derived="he speaks for the France of the sentence before")
    s.event("le-drian-criticises-clarity", "criticized", status="occurred")
    s.event_actor("le-drian-criticises-clarity", le_drian, "speaker", "Le Drian")
    s.event_topic("le-drian-criticises-clarity", "clauses/refugee-status", "refugees")
    s.clause("refugee-status", "lack of clarity", modality="ambiguity", by=le_drian)
    s.clause(
        "refugee-status",
        "refugees",
        agreement_id=DEAL,
        by=le_drian,
        derived="the ambiguities are those of the agreement of the sentence before",
    )
    s.clause("refugee-status", "Nagorno-Karabakh", place_id="nagorno-karabakh", by=le_drian)
    s.clause_actor("refugee-status", "karabakh-refugees", "beneficiary", "refugees", by=le_drian)

    s = text.sentence("The ceasefire limit … not clear.")
    for clause, words in (
        ("ceasefire-limit", "limit"),
        ("turkey-role", "Turkey's role"),
    ):
        s.clause(clause, "not clear", modality="ambiguity", by=le_drian)
        s.clause(
            clause, words, agreement_id=DEAL, by=le_drian, derived="one of the ambiguities of the ceasefire agreement"
        )
        s.event_topic("le-drian-criticises-clarity", f"clauses/{clause}", words)
    s.event("le-drian-criticises-clarity", "not clear", status="occurred", derived="goes on with what he criticised")
    s.clause_actor("turkey-role", "turkey", "monitor", "Turkey's role in monitoring", by=le_drian)

    s = text.sentence("Before MPs in Paris … take place.")
    s.event("le-drian-before-mps", "called for", status="occurred")
    s.event("le-drian-before-mps", "Paris", where="paris")
    s.event_actor("le-drian-before-mps", le_drian, "speaker", "Le Drian")
    s.event_actor("le-drian-before-mps", "french-mps", "addressee", "MPs")
    s.event_topic("le-drian-before-mps", "clauses/foreign-fighters-withdrawal", "withdrawal")
    s.event_topic("le-drian-before-mps", "events/foreign-fighters-withdrawn", "withdrawal")
    s.clause(
        "foreign-fighters-withdrawal",
        "clarification",
        modality="ambiguity",
        by=le_drian,
    )
    s.clause(
        "foreign-fighters-withdrawal",
        "withdrawal",
        agreement_id=DEAL,
        by=le_drian,
        derived="one of the ambiguities of the ceasefire agreement",
    )
    s.clause("foreign-fighters-withdrawal", "Nagorno-Karabakh", place_id="nagorno-karabakh", by=le_drian)
    s.clause_actor("foreign-fighters-withdrawal", "foreign-fighters", "obligor", "fighters", by=le_drian)
    s.event(
        "foreign-fighters-withdrawn",
        "withdrawal",
        status="conditional",
        by=le_drian,
        derived="he asks how it should take place",
    )
    s.event("foreign-fighters-withdrawn", "Nagorno-Karabakh", where="nagorno-karabakh", by=le_drian)
    s.event_actor("foreign-fighters-withdrawn", "foreign-fighters", "actor", "fighters", by=le_drian)
    s.actor("french-mps", "MPs", part_of="france", derived="members of the parliament in Paris")

    s = text.sentence("In addition, it must … will begin.")
    s.event("le-drian-on-status-talks", "must be clarified", status="occurred", derived=BEFORE_MPS)
    s.event("le-drian-on-status-talks", "In addition", where="paris", derived=BEFORE_MPS)
    s.event_actor("le-drian-on-status-talks", "french-mps", "addressee", "In addition", derived=BEFORE_MPS)
    s.event_actor(
        "le-drian-on-status-talks",
        le_drian,
        "speaker",
        "must be clarified",
        derived="the speaker is Le Drian, of the sentence before",
    )
    s.event_topic("le-drian-on-status-talks", "clauses/status-negotiations-start", "negotiations")
    s.event_topic("le-drian-on-status-talks", "events/status-negotiations", "negotiations")
    s.clause("status-negotiations-start", "clarified", modality="ambiguity", by=le_drian)
    s.clause(
        "status-negotiations-start",
        "negotiations",
        agreement_id=DEAL,
        by=le_drian,
        derived="one of the ambiguities of the ceasefire agreement",
    )
    s.clause("status-negotiations-start", "crisis region", place_id="nagorno-karabakh", by=le_drian)

    s.event(
        "status-negotiations",
        "negotiations",
        status="conditional",
        by=le_drian,
        derived="he asks when they will begin",
    )

    s = text.sentence("He wanted to talk … on Wednesday.")
    meeting = "minsk-group-meeting-moscow-2020"
    s.event(
        "le-drian-to-raise-ambiguities",
        "wanted",
        status="occurred",
        derived="the article reports his intention as made known",
    )
    s.event_actor("le-drian-to-raise-ambiguities", le_drian, "speaker", "He wanted", derived="'he' is Le Drian")
    s.event_topic("le-drian-to-raise-ambiguities", f"events/{meeting}", "meeting")
    s.event(
        meeting,
        "meeting",
        status="planned",
        derived="it is still to come when he speaks",
    )
    s.event(
        meeting,
        "Wednesday",
        date_edtf="2020-11",
        derived="a Wednesday in the month of the article; which one does not follow from the text",
    )
    s.event(meeting, "Moscow", where="moscow")
    s.event_actor(meeting, "minsk-group-co-chairs", "participant", "chairmen")
    s.event_actor(meeting, le_drian, "participant", "He wanted", derived="'he' is Le Drian")
    s.actor("minsk-group-co-chairs", "Minsk group", part_of="minsk-group", derived="'of the Minsk group'")

    s = text.sentence("The body was created … Nagorno-Karabakh conflict.")
    s.event("minsk-group-created", "created", status="occurred")
    s.event("minsk-group-created", "1992", date_edtf="1992")
    s.event_actor("minsk-group-created", "osce", "actor", "Organization")
    s.event_actor("minsk-group-created", "minsk-group", "recipient", "body")
    s.actor("minsk-group", "created in 1992 by the Organization", part_of="osce", derived="the body was created by it")
    s.event("karabakh-conflict", "conflict", status="ongoing", derived="the body is to mediate in it")
    s.event(
        "minsk-group-mediation",
        "mediate",
        status="ongoing",
        derived="the task for which the body exists",
    )
    s.event_actor("minsk-group-mediation", "minsk-group", "mediator", "body", derived="the body was created to mediate")
    s.event("minsk-group-mediation", "conflict", part_of="karabakh-conflict")

    putin = "vladimir-putin"
    s = text.subheading("Russian military monitors ceasefire")
    s.event(
        "russian-ceasefire-monitoring",
        "monitors",
        status="ongoing",
        derived="the present tense of the subheading tells what lasts",
    )
    s.event_actor("russian-ceasefire-monitoring", "russian-armed-forces", "actor", "Russian military")
    s.actor("russian-armed-forces", "Russian", part_of="russia", derived="'Russian' says whose military")

    s = text.sentence("Russia's head of state … defended the agreement.")
    s.actor(putin, "head of state", office="head of state")
    s.actor(putin, "Russia's", part_of="russia", derived="'Russia's head of state'")
    s.event("putin-defends-agreement", "defended", status="occurred")
    s.event_actor("putin-defends-agreement", putin, "speaker", "Putin")
    s.event_topic("putin-defends-agreement", "agreements/november-2020-agreement", "agreement")
    s = text.sentence("It lays the foundation … region.")
    s.mention("in {the region}", "places/nagorno-karabakh")
    s.event(
        "putin-defends-agreement",
        "normalization",
        status="occurred",
        derived="the words in quotation marks are Putin's, of the sentence before",
    )
    s.event_topic("putin-defends-agreement", "events/long-term-normalization", "normalization")
    s.event(
        "long-term-normalization",
        "normalization",
        status="conditional",
        by=putin,
        derived="a foundation is laid for what is still to come",
    )
    s = text.sentence("However, he admitted … resolved.")
    s.event("putin-on-open-status", "admitted", status="occurred")
    s.event_actor("putin-on-open-status", putin, "speaker", "he admitted", derived="'he' is Putin")
    s.event_topic("putin-on-open-status", "clauses/karabakh-status", "status")
    s.clause("karabakh-status", "not been resolved", modality="silence", by=putin)
    s.clause("karabakh-status", "status", agreement_id=DEAL, by=putin, derived="said in defence of the agreement")
    s.clause("karabakh-status", "Nagorno-Karabakh's", place_id="nagorno-karabakh", by=putin)
    s = text.sentence('On Russian state television … stopped".')
    s.event("putin-success-on-television", "described", status="occurred")
    s.event_actor("putin-success-on-television", putin, "speaker", "Putin")
    s.event_actor("putin-success-on-television", "russian-state-television", "host", "television")
    s.event_topic("putin-success-on-television", "events/november-2020-ceasefire", "stopped")
    s.event("november-2020-ceasefire", "stopped", status="occurred", by=putin)
    s.actor("russian-state-television", "Russian", part_of="russia", derived="'state television'")
    s = text.sentence("How will proceed … clarified.")
    s.event("karabakh-status-settled", "remains to be clarified", status="conditional")
    s.clause_event(
        "karabakh-status",
        "karabakh-status-settled",
        "pending",
        "remains to be clarified",
        judged="what remains to be clarified is read as the final status of the sentence before the last",
    )

    s = text.sentence("At the beginning of November … the issue.")
    s.event(DEAL, "agreed", status="occurred")
    s.event(
        DEAL,
        "beginning of November",
        date_edtf="2020-11-01/2020-11-10",
        judged="the beginning of the month is read as its first ten days; the year is that of publication",
    )
    s.source("published_edtf", "beginning of November")
    s.event_actor(DEAL, "azerbaijan", "signatory", "Azerbaijan and Armenia surprisingly agreed")
    s.event_actor(DEAL, "armenia", "signatory", "Armenia surprisingly agreed")
    s.event_actor(DEAL, "russia", "mediator", "Russia mediated")
    s.clause("ceasefire", "agreed", agreement_id=DEAL, modality="obligation")
    s.clause_actor("ceasefire", "azerbaijan", "obligor", "Azerbaijan")
    s.clause_actor("ceasefire", "armenia", "obligor", "Armenia")

    s = text.sentence("According to the agreement, Russian … the ceasefire.")
    s.clause("russian-ceasefire-control", "agreement", agreement_id=DEAL)
    s.clause("russian-ceasefire-control", "responsible for", modality="obligation")
    s.clause_actor(
        "russian-ceasefire-control", "russian-armed-forces", "monitor", "Russian troops are responsible for controlling"
    )
    s.clause_event(
        "russian-ceasefire-control",
        "russian-ceasefire-monitoring",
        "partly_fulfilled",
        "controlling",
        derived="the subheading says that the Russian military monitors the ceasefire: it is being done",
    )
    s.event(
        "russian-ceasefire-monitoring",
        "controlling",
        status="ongoing",
        derived="the subheading says that it is done",
    )

    s = text.sentence("Traffic between … Russian military.")
    watch, watched = "karabakh-armenia-traffic-monitoring", "karabakh-armenia-traffic-monitored"
    s.clause(watch, "is also to", modality="obligation")
    s.clause(watch, "is also to", agreement_id=DEAL, derived=TERM)
    s.clause(
        watch,
        "Nagorno-Karabakh",
        place_id="karabakh-armenia-route",
        derived="the traffic is that between there and Armenia",
    )
    s.mention("between Nagorno-Karabakh and Armenia", "places/karabakh-armenia-route")
    s.clause_actor(watch, "russian-armed-forces", "monitor", "monitored by the Russian military")
    s.event(watched, "is also to be monitored", status="planned")
    s.event(watched, "between Nagorno-Karabakh and Armenia", where="karabakh-armenia-route")
    s.event_actor(watched, "russian-armed-forces", "actor", "monitored by the Russian military")
    s.clause_event(watch, watched, "pending", "is also to be monitored", derived="provided for, and not told as done")

    s = text.sentence("The agreement also provides … refugees.")
    for clause, words, event, actor, actor_words in (
        ("prisoner-exchange", "exchange", "prisoners-exchanged", "prisoners", "prisoners"),
        ("refugee-return", "return", "refugees-return", "karabakh-refugees", "refugees"),
    ):
        s.clause(clause, "agreement", agreement_id=DEAL)
        s.clause(clause, "provides for", modality="obligation")
        s.clause_actor(clause, actor, "beneficiary", actor_words)
        s.event(event, words, status="planned", derived="provided for, and not told as done")
        s.event_actor(event, actor, "affected", actor_words)
        s.clause_event(clause, event, "pending", words, derived="provided for, and not told as done")

    s = text.sentence("In addition, several areas … in Armenia.")
    s.clause(
        "several-areas-handover",
        "are being handed over",
        modality="obligation",
        derived="an agreement that is being carried out; told as one of its terms",
    )
    s.clause("several-areas-handover", "are being handed over", agreement_id=DEAL, derived=TERM)
    s.clause_actor("several-areas-handover", "azerbaijan", "beneficiary", "Azerbaijan")
    s.event("several-areas-handed-over", "are being handed over", status="ongoing")
    s.event("several-areas-handed-over", "areas", where="several-areas")
    s.clause("several-areas-handover", "areas", place_id="several-areas")
    s.event_actor("several-areas-handed-over", "azerbaijan", "recipient", "Azerbaijan")
    s.clause_event("several-areas-handover", "several-areas-handed-over", "partly_fulfilled", "are being handed over")
    s.event("protests-in-armenia-2020", "has sparked intense protests", status="occurred")
    s.event("protests-in-armenia-2020", "Armenia", where="armenia")
    s.mention("in {Armenia}", "places/armenia")

    s = text.sentence("However, Turkey had also … agreement.")
    sent, told = "turkish-soldiers-deployed", "turkey-announces-soldiers"
    s.event(told, "announced", status="occurred")
    s.event_actor(told, "turkey", "speaker", "Turkey")
    s.event_topic(told, f"events/{sent}", "would send")
    s.event(sent, "would send", status="planned", by="turkey")
    s.event_actor(sent, "turkey", "actor", "it would send soldiers", by="turkey", derived="'it' is Turkey")
    s.event_actor(sent, "turkish-armed-forces", "actor", "soldiers", by="turkey")
    s.clause("turkey-role-unmentioned", "not explicitly mentioned", modality="silence")
    s.clause("turkey-role-unmentioned", "agreement", agreement_id=DEAL)

    s = text.sentence("Unlike Russia, Turkey … of the conflict.")
    s.event("turkey-sides-with-azerbaijan", "positioned", status="occurred")
    s.event_actor("turkey-sides-with-azerbaijan", "turkey", "actor", "Turkey")
    s.event_actor("turkey-sides-with-azerbaijan", "azerbaijan", "recipient", "Azerbaijan")
    s.event(
        "turkey-sides-with-azerbaijan",
        "conflict",
        part_of="second-karabakh-war",
        derived="'the conflict' that the ceasefire has ended",
    )
    s.event(
        "second-karabakh-war",
        "conflict",
        status="occurred",
        derived="'the conflict' that the ceasefire has ended",
    )
    s.event(
        "russian-positioning-2020",
        "Unlike Russia",
        status="denied",
        judged="'unlike' denies that Russia had clearly positioned itself; whether it had less clearly is not said",
    )
    s.event(
        "russian-positioning-2020",
        "conflict",
        part_of="second-karabakh-war",
        derived="'the conflict' that the ceasefire has ended",
    )
    s.event_actor("russian-positioning-2020", "russia", "actor", "Russia")
    s.event_actor("russian-positioning-2020", "azerbaijan", "recipient", "Azerbaijan")

    s = text.sentence("Armenia accused … conflict.")
    accuse, officers, fighters = "armenia-accuses-turkey-2020", "turkish-officers-sent", "syrian-fighters-mobilised"
    s.event(accuse, "accused", status="occurred")
    s.event_actor(accuse, "armenia", "speaker", "Armenia")
    s.event_actor(accuse, "turkey", "target", "country")
    s.event_topic(accuse, f"events/{officers}", "sending")
    s.event_topic(accuse, f"events/{fighters}", "mobilizing")
    s.event(officers, "accused the country of sending", status="alleged", by="armenia")
    s.event_actor(officers, "turkey", "actor", "country", by="armenia")
    s.event_actor(officers, "turkish-armed-forces", "participant", "officers", by="armenia")
    s.event_actor(officers, "azerbaijani-army", "recipient", "army", by="armenia")
    s.event(
        fighters,
        "accused",
        status="alleged",
        by="armenia",
    )
    s.event_actor(fighters, "turkey", "actor", "country", by="armenia")
    s.event_actor(fighters, "syrian-fighters", "participant", "Syrian", by="armenia")
    s.event(
        fighters,
        "mobilizing",
        part_of="second-karabakh-war",
        by="armenia",
        derived="they are mobilized 'for the conflict', the one that the ceasefire has ended",
    )

    s = text.sentence("France also joined … denied them.")
    s.event("france-joins-accusation-2020", "joined", status="occurred")
    s.event_actor("france-joins-accusation-2020", "france", "speaker", "France")
    s.event_actor(
        "france-joins-accusation-2020",
        "turkey",
        "target",
        "allegations",
        derived="the allegations against Turkey of the sentence before",
    )
    deny = "turkey-denies-accusation-2020"
    s.event(deny, "denied", status="occurred")
    s.event_actor(deny, "turkey", "speaker", "Turkish")
    for event in (officers, fighters):
        s.event(
            event,
            "allegations",
            status="alleged",
            by="france",
            derived="the allegations of the sentence before",
        )
        s.event(
            event,
            "denied",
            status="alleged",
            by="turkey",
            denies=True,
            derived="'them' are the allegations of the sentence before",
        )
        s.event_topic("france-joins-accusation-2020", f"events/{event}", "allegations")
        s.event_topic(deny, f"events/{event}", "denied")

    s = text.sentence("According to US Secretary … the conflict.")
    s.actor("mike-pompeo", "US Secretary of State", office="US Secretary of State")
    s.actor("mike-pompeo", "US", part_of="united-states", derived="'US' says whose secretary")
    s.event("pompeo-first-step", "According to", status="occurred")
    s.event_actor("pompeo-first-step", "mike-pompeo", "speaker", "Pompeo")
    s.event_topic(
        "pompeo-first-step",
        "agreements/november-2020-agreement",
        "negotiated",
        judged="the ceasefire of the article; 'being negotiated' is read as a mistranslation of 'negotiated'",
    )
    s.event_topic("pompeo-first-step", "events/peaceful-solution", "solution")
    s.event(
        "peaceful-solution",
        "solution",
        status="conditional",
        by="mike-pompeo",
        derived="only a first step has been made on the way to it",
    )

    s = text.sentence("The US government urged … solution.")
    s.event("us-urges-minsk-talks-2020", "urged", status="occurred")
    s.event_actor("us-urges-minsk-talks-2020", "united-states", "speaker", "US")
    s.event_actor("us-urges-minsk-talks-2020", "conflict-sides", "addressee", "all sides")
    s.event_topic("us-urges-minsk-talks-2020", "events/minsk-talks-resumed", "resume talks")
    s.event("minsk-talks-resumed", "urged all sides to resume talks", status="conditional")
    s.event_actor(
        "minsk-talks-resumed",
        "minsk-group",
        "mediator",
        "Minsk Group",
        derived="the group was created to mediate; talks within it are those that it mediates",
    )
    s.event_actor("minsk-talks-resumed", "conflict-sides", "participant", "all sides")
    s.event_topic("us-urges-minsk-talks-2020", "events/peaceful-solution", "solution")
    s.event(
        "peaceful-solution",
        "solution",
        status="conditional",
        by="united-states",
        derived="it is what the talks are to find",
    )

    s = text.sentence("The Nagorno-Karabakh region unilaterally … state.")
    s.mention("The {Nagorno-Karabakh region} unilaterally", "actors/nagorno-karabakh-republic")
    s.event("karabakh-independence-declaration", "declared", status="occurred")
    s.event_actor("karabakh-independence-declaration", "nagorno-karabakh-republic", "actor", "Nagorno-Karabakh")
    s.event("international-recognition-of-karabakh", "not internationally recognized", status="denied")
    s.event_actor("international-recognition-of-karabakh", "nagorno-karabakh-republic", "recipient", "Nagorno-Karabakh")

    text.boilerplate("Go back")
    text.boilerplate("Economy & Investment")
