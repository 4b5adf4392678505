"""An unsigned article of November 2020: France asks Russia what the ceasefire agreement leaves unclear."""

from karabakh_data.extract.passage import Text

CALLED = "what France calls on Russia to do, and nobody has undertaken"
TERM = "the sentence before says what the agreement provides; this one goes on with it"
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
    s.source("published_edtf", "Nagorno-Karabakh Agreement")
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
    s.event(ask, "has called on", status="occurred")
    s.event_actor(ask, "france", "speaker", "France has called")
    s.event_actor(ask, "russia", "addressee", "the Russian government")
    s.event_topic(ask, f"events/{clear}", "remove ambiguities")
    s.event(clear, "called on the Russian government to remove ambiguities", status="conditional")
    s.event_actor(clear, "russia", "actor", "the Russian government")
    s.event(DEAL, "ceasefire agreement it brokered", status="occurred")
    s.event_actor(DEAL, "russia", "mediator", "it brokered", derived="'it' is the Russian government")
    s.event_actor(DEAL, "azerbaijan", "signatory", "between Azerbaijan")
    s.event_actor(DEAL, "armenia", "signatory", "and Armenia")
    s.agreement(DEAL, "ceasefire agreement it brokered", concluded_by=DEAL)

    le_drian = "jean-yves-le-drian"
    s = text.sentence("Foreign Minister Jean-Yves … Nagorno-Karabakh region.")
    s.actor(le_drian, "Foreign Minister", office="Foreign Minister")
    s.actor(le_drian, "Foreign Minister", part_of="france", derived="he speaks for the France of the sentence before")
    s.event("le-drian-criticises-clarity", "criticized", status="occurred")
    s.event_actor("le-drian-criticises-clarity", le_drian, "speaker", "Jean-Yves Le Drian")
    s.event_topic(
        "le-drian-criticises-clarity", "clauses/refugee-status", "the lack of clarity regarding the status of refugees"
    )
    s.clause("refugee-status", "lack of clarity regarding the status of refugees", modality="ambiguity", by=le_drian)
    s.clause(
        "refugee-status",
        "lack of clarity",
        agreement_id=DEAL,
        by=le_drian,
        derived="the ambiguities are those of the agreement of the sentence before",
    )
    s.clause("refugee-status", "disputed Nagorno-Karabakh region", place_id="nagorno-karabakh", by=le_drian)
    s.clause_actor("refugee-status", "karabakh-refugees", "beneficiary", "refugees", by=le_drian)

    s = text.sentence("The ceasefire limit … not clear.")
    for clause, words in (
        ("ceasefire-limit", "The ceasefire limit"),
        ("turkey-role", "Turkey's role in monitoring the ceasefire"),
    ):
        s.clause(clause, "not clear", modality="ambiguity", by=le_drian)
        s.clause(
            clause, words, agreement_id=DEAL, by=le_drian, derived="one of the ambiguities of the ceasefire agreement"
        )
        s.event_topic("le-drian-criticises-clarity", f"clauses/{clause}", words)
    s.event(
        "le-drian-criticises-clarity", "also not clear", status="occurred", derived="goes on with what he criticised"
    )
    s.clause_actor("turkey-role", "turkey", "monitor", "Turkey's role in monitoring", by=le_drian)

    s = text.sentence("Before MPs in Paris … take place.")
    s.event("le-drian-before-mps", "called for clarification", status="occurred")
    s.event("le-drian-before-mps", "in Paris", where="paris")
    s.event_actor("le-drian-before-mps", le_drian, "speaker", "Le Drian")
    s.event_actor("le-drian-before-mps", "french-mps", "addressee", "Before MPs")
    s.event_topic("le-drian-before-mps", "clauses/foreign-fighters-withdrawal", "the withdrawal of foreign fighters")
    s.clause(
        "foreign-fighters-withdrawal",
        "called for clarification on how the withdrawal of foreign fighters",
        modality="ambiguity",
        by=le_drian,
    )
    s.clause(
        "foreign-fighters-withdrawal",
        "clarification",
        agreement_id=DEAL,
        by=le_drian,
        derived="one of the ambiguities of the ceasefire agreement",
    )
    s.clause("foreign-fighters-withdrawal", "in Nagorno-Karabakh", place_id="nagorno-karabakh", by=le_drian)
    s.clause_actor("foreign-fighters-withdrawal", "foreign-fighters", "obligor", "foreign fighters", by=le_drian)
    s.event(
        "foreign-fighters-withdrawn",
        "how the withdrawal of foreign fighters",
        status="conditional",
        by=le_drian,
        derived="he asks how it should take place",
    )
    s.event("foreign-fighters-withdrawn", "in Nagorno-Karabakh", where="nagorno-karabakh", by=le_drian)
    s.event_actor("foreign-fighters-withdrawn", "foreign-fighters", "actor", "foreign fighters", by=le_drian)
    s.actor("french-mps", "MPs in Paris", part_of="france", derived="members of the parliament in Paris")

    s = text.sentence("In addition, it must … will begin.")
    s.event("le-drian-before-mps", "must be clarified", status="occurred", derived="goes on with what he called for")
    s.event_topic("le-drian-before-mps", "clauses/status-negotiations-start", "when negotiations on the status")
    s.clause("status-negotiations-start", "must be clarified", modality="ambiguity", by=le_drian)
    s.clause(
        "status-negotiations-start",
        "when negotiations on the status",
        agreement_id=DEAL,
        by=le_drian,
        derived="one of the ambiguities of the ceasefire agreement",
    )
    s.clause("status-negotiations-start", "status of the crisis region", place_id="nagorno-karabakh", by=le_drian)

    s.event(
        "status-negotiations",
        "when negotiations on the status",
        status="conditional",
        by=le_drian,
        derived="he asks when they will begin",
    )

    s = text.sentence("He wanted to talk … on Wednesday.")
    meeting = "minsk-group-meeting-moscow-2020"
    s.event(
        "le-drian-to-raise-ambiguities",
        "He wanted to talk about this",
        status="occurred",
        derived="the article reports his intention as made known",
    )
    s.event_actor("le-drian-to-raise-ambiguities", le_drian, "speaker", "He wanted", derived="'he' is Le Drian")
    s.event_topic("le-drian-to-raise-ambiguities", f"events/{meeting}", "at a meeting of the chairmen")
    s.event(
        meeting,
        "at a meeting of the chairmen of the Minsk group",
        status="planned",
        derived="it is still to come when he speaks",
    )
    s.event(
        meeting,
        "on Wednesday",
        date_edtf="2020-11",
        derived="a Wednesday in the month of the article; which one does not follow from the text",
    )
    s.event(meeting, "in Moscow", where="moscow")
    s.event_actor(meeting, "minsk-group-co-chairs", "participant", "the chairmen of the Minsk group")
    s.event_actor(
        meeting, le_drian, "participant", "He wanted to talk about this at a meeting", derived="'he' is Le Drian"
    )
    s.actor(
        "minsk-group-co-chairs", "chairmen of the Minsk group", part_of="minsk-group", derived="'of the Minsk group'"
    )

    s = text.sentence("The body was created … Nagorno-Karabakh conflict.")
    s.event("minsk-group-created", "was created", status="occurred")
    s.event("minsk-group-created", "created in 1992", date_edtf="1992")
    s.event_actor("minsk-group-created", "osce", "actor", "by the Organization for Security and Co-operation in Europe")
    s.event_actor("minsk-group-created", "minsk-group", "recipient", "The body")
    s.actor(
        "minsk-group", "created in 1992 by the Organization for Security and Co-operation in Europe", part_of="osce"
    )
    s.event("karabakh-conflict", "Nagorno-Karabakh conflict", status="ongoing", derived="the body is to mediate in it")
    s.event(
        "minsk-group-mediation",
        "to mediate in the Nagorno-Karabakh conflict",
        status="ongoing",
        derived="the task for which the body exists",
    )
    s.event_actor("minsk-group-mediation", "minsk-group", "mediator", "The body")
    s.event("minsk-group-mediation", "to mediate in the Nagorno-Karabakh conflict", part_of="karabakh-conflict")

    putin = "vladimir-putin"
    s = text.subheading("Russian military monitors ceasefire")
    s.event("russian-ceasefire-monitoring", "monitors ceasefire", status="ongoing")
    s.event_actor("russian-ceasefire-monitoring", "russian-armed-forces", "actor", "Russian military")
    s.actor("russian-armed-forces", "Russian", part_of="russia", derived="'Russian' says whose military")

    s = text.sentence("Russia's head of state … defended the agreement.")
    s.actor(putin, "head of state", office="head of state")
    s.actor(putin, "Russia's", part_of="russia", derived="'Russia's head of state'")
    s.event("putin-defends-agreement", "defended", status="occurred")
    s.event_actor("putin-defends-agreement", putin, "speaker", "Vladimir Putin")
    s.event_topic("putin-defends-agreement", "agreements/november-2020-agreement", "the agreement")
    s = text.sentence("It lays the foundation … region.")
    s.mention("in {the region}", "places/nagorno-karabakh")
    s.event(
        "putin-defends-agreement",
        "lays the foundation",
        status="occurred",
        derived="the words in quotation marks are Putin's, of the sentence before",
    )
    s.event_topic("putin-defends-agreement", "events/long-term-normalization", '"long-term normalization"')
    s.event(
        "long-term-normalization", 'lays the foundation for a "long-term normalization"', status="conditional", by=putin
    )
    s = text.sentence("However, he admitted … resolved.")
    s.event("putin-admits-status-open", "he admitted", status="occurred")
    s.event_actor("putin-admits-status-open", putin, "speaker", "he admitted", derived="'he' is Putin")
    s.event_topic("putin-admits-status-open", "clauses/karabakh-status", "final status had not been resolved")
    s.clause("karabakh-status", "had not been resolved", modality="silence", by=putin)
    s.clause("karabakh-status", "final status", agreement_id=DEAL, by=putin, derived="said in defence of the agreement")
    s.clause("karabakh-status", "Nagorno-Karabakh's final status", place_id="nagorno-karabakh", by=putin)
    s = text.sentence('On Russian state television … stopped".')
    s.event("putin-success-on-television", "described it as a success", status="occurred")
    s.event_actor("putin-success-on-television", putin, "speaker", "Putin described")
    s.event_actor("putin-success-on-television", "russian-state-television", "host", "Russian state television")
    s.event_topic("putin-success-on-television", "events/november-2020-ceasefire", '"hostilities have stopped"')
    s.event("november-2020-ceasefire", "hostilities have stopped", status="occurred", by=putin)
    s.actor("russian-state-television", "Russian state television", part_of="russia", derived="'state television'")
    s = text.sentence("How will proceed … clarified.")
    s.clause(
        "karabakh-status",
        "remains to be clarified",
        modality="silence",
        derived="what is still open after the agreement",
    )
    s.clause("karabakh-status", "remains to be clarified", agreement_id=DEAL, derived="what the agreement leaves open")
    s.event("karabakh-status-settled", "remains to be clarified", status="conditional")
    s.clause_event("karabakh-status", "karabakh-status-settled", "pending", "remains to be clarified")

    s = text.sentence("At the beginning of November … the issue.")
    s.event(DEAL, "surprisingly agreed on a ceasefire", status="occurred")
    s.event(
        DEAL,
        "At the beginning of November",
        date_edtf="2020-11-01/2020-11-10",
        derived="the beginning of the month is read as its first ten days; the year is that of publication",
    )
    s.event_actor(DEAL, "azerbaijan", "signatory", "Azerbaijan and")
    s.event_actor(DEAL, "armenia", "signatory", "Armenia surprisingly agreed")
    s.event_actor(DEAL, "russia", "mediator", "Russia mediated")
    s.clause("ceasefire", "agreed on a ceasefire", agreement_id=DEAL, modality="obligation")
    s.clause_actor("ceasefire", "azerbaijan", "obligor", "Azerbaijan and")
    s.clause_actor("ceasefire", "armenia", "obligor", "Armenia surprisingly agreed")

    s = text.sentence("According to the agreement, Russian … the ceasefire.")
    s.clause("russian-ceasefire-control", "According to the agreement", agreement_id=DEAL)
    s.clause("russian-ceasefire-control", "are responsible for controlling the ceasefire", modality="obligation")
    s.clause_actor("russian-ceasefire-control", "russian-armed-forces", "monitor", "Russian troops")
    s.clause_event(
        "russian-ceasefire-control",
        "russian-ceasefire-monitoring",
        "partly_fulfilled",
        "are responsible for controlling the ceasefire",
        derived="the subheading says that the Russian military monitors the ceasefire: it is being done",
    )
    s.event(
        "russian-ceasefire-monitoring",
        "controlling the ceasefire",
        status="ongoing",
        derived="the subheading says that it is done",
    )

    s = text.sentence("Traffic between … Russian military.")
    s.clause("corridor-traffic-monitoring", "is also to be monitored", modality="obligation")
    s.clause("corridor-traffic-monitoring", "also to be monitored", agreement_id=DEAL, derived=TERM)
    s.clause(
        "corridor-traffic-monitoring",
        "between Nagorno-Karabakh and Armenia",
        place_id="karabakh-armenia-route",
        derived="the words name the route",
    )
    s.mention("between Nagorno-Karabakh and Armenia", "places/karabakh-armenia-route")
    s.clause_actor("corridor-traffic-monitoring", "russian-armed-forces", "monitor", "by the Russian military")

    s = text.sentence("The agreement also provides … refugees.")
    for clause, words, event, actor, actor_words in (
        ("prisoner-exchange", "an exchange of prisoners", "prisoners-exchanged", "prisoners", "prisoners"),
        ("refugee-return", "a return of refugees", "refugees-return", "karabakh-refugees", "refugees"),
    ):
        s.clause(clause, "The agreement also provides for", agreement_id=DEAL, modality="obligation")
        s.clause_actor(clause, actor, "beneficiary", actor_words)
        s.event(event, words, status="planned", derived="provided for, and not told as done")
        s.event_actor(event, actor, "affected", actor_words)
        s.clause_event(clause, event, "pending", words, derived="provided for, and not told as done")

    s = text.sentence("In addition, several areas … in Armenia.")
    s.clause(
        "several-areas-handover",
        "several areas are being handed over",
        modality="obligation",
        derived="an agreement that is being carried out; told as one of its terms",
    )
    s.clause("several-areas-handover", "In addition", agreement_id=DEAL, derived=TERM)
    s.clause_actor("several-areas-handover", "azerbaijan", "beneficiary", "to Azerbaijan")
    s.event("several-areas-handed-over", "are being handed over", status="ongoing")
    s.event("several-areas-handed-over", "several areas", where="several-areas")
    s.clause("several-areas-handover", "several areas", place_id="several-areas")
    s.event_actor("several-areas-handed-over", "azerbaijan", "recipient", "to Azerbaijan")
    s.clause_event("several-areas-handover", "several-areas-handed-over", "partly_fulfilled", "are being handed over")
    s.event("protests-in-armenia-2020", "has sparked intense protests", status="ongoing", derived="no end is told")
    s.event("protests-in-armenia-2020", "protests in Armenia", where="armenia")
    s.mention("in {Armenia}", "places/armenia")

    s = text.sentence("However, Turkey had also … agreement.")
    sent, told = "turkish-soldiers-deployed", "turkey-announces-soldiers"
    s.event(told, "Turkey had also announced", status="occurred")
    s.event_actor(told, "turkey", "speaker", "Turkey had also announced")
    s.event_topic(told, f"events/{sent}", "would send soldiers")
    s.event(sent, "would send soldiers", status="planned", by="turkey")
    s.event_actor(sent, "turkish-armed-forces", "actor", "send soldiers", by="turkey")
    s.clause(
        "turkey-role-unmentioned", "not explicitly mentioned in the agreement", modality="silence", agreement_id=DEAL
    )

    s = text.sentence("Unlike Russia, Turkey … of the conflict.")
    s.event("turkey-sides-with-azerbaijan", "clearly positioned itself on the side of Azerbaijan", status="occurred")
    s.event_actor("turkey-sides-with-azerbaijan", "turkey", "actor", "Turkey had clearly positioned itself")
    s.event_actor("turkey-sides-with-azerbaijan", "azerbaijan", "recipient", "the side of Azerbaijan")
    s.event(
        "turkey-sides-with-azerbaijan",
        "at the beginning of the conflict",
        part_of="second-karabakh-war",
        derived="'the conflict' that the ceasefire has ended",
    )
    s.event(
        "second-karabakh-war",
        "the beginning of the conflict",
        status="occurred",
        derived="'the conflict' that the ceasefire has ended",
    )
    s.event(
        "russia-sides-with-azerbaijan",
        "Unlike Russia",
        status="denied",
        derived="'unlike': Russia had not positioned itself so",
    )
    s.event_actor("russia-sides-with-azerbaijan", "russia", "actor", "Unlike Russia")
    s.event_actor("russia-sides-with-azerbaijan", "azerbaijan", "recipient", "the side of Azerbaijan")

    s = text.sentence("Armenia accused … conflict.")
    accuse, officers, fighters = "armenia-accuses-turkey-2020", "turkish-officers-sent", "syrian-fighters-mobilised"
    s.event(accuse, "accused", status="occurred")
    s.event_actor(accuse, "armenia", "speaker", "Armenia accused")
    s.event_actor(accuse, "turkey", "target", "accused the country")
    s.event_topic(accuse, f"events/{officers}", "sending officers")
    s.event_topic(accuse, f"events/{fighters}", "mobilizing Syrian terrorists")
    s.event(officers, "accused the country of sending officers", status="alleged", by="armenia")
    s.event_actor(officers, "turkey", "actor", "the country", by="armenia")
    s.event_actor(officers, "turkish-armed-forces", "participant", "sending officers", by="armenia")
    s.event_actor(officers, "azerbaijani-army", "recipient", "to the Azerbaijani army", by="armenia")
    s.event(
        fighters,
        "accused the country of sending officers to the Azerbaijani army and mobilizing Syrian terrorists",
        status="alleged",
        by="armenia",
    )
    s.event_actor(fighters, "turkey", "actor", "the country", by="armenia")
    s.event_actor(fighters, "syrian-fighters", "participant", "Syrian terrorists", by="armenia")
    s.event(
        fighters,
        "for the conflict",
        part_of="second-karabakh-war",
        by="armenia",
        derived="'the conflict' that the ceasefire has ended",
    )

    s = text.sentence("France also joined … denied them.")
    s.event("france-joins-accusation-2020", "France also joined the allegations", status="occurred")
    s.event_actor("france-joins-accusation-2020", "france", "speaker", "France also joined")
    s.event_actor(
        "france-joins-accusation-2020",
        "turkey",
        "target",
        "the allegations",
        derived="the allegations against Turkey of the sentence before",
    )
    deny = "turkey-denies-accusation-2020"
    s.event(deny, "denied", status="occurred")
    s.event_actor(deny, "turkey", "speaker", "the Turkish government denied")
    for event in (officers, fighters):
        s.event(
            event,
            "joined the allegations",
            status="alleged",
            by="france",
            derived="the allegations of the sentence before",
        )
        s.event(
            event,
            "the Turkish government denied them",
            status="alleged",
            by="turkey",
            denies=True,
            derived="'them' are the allegations of the sentence before",
        )
        s.event_topic("france-joins-accusation-2020", f"events/{event}", "joined the allegations")
        s.event_topic(deny, f"events/{event}", "denied them")

    s = text.sentence("According to US Secretary … the conflict.")
    s.actor("mike-pompeo", "US Secretary of State", office="US Secretary of State")
    s.actor("mike-pompeo", "US Secretary of State", part_of="united-states", derived="'US' says whose secretary")
    s.event("pompeo-first-step", "According to US Secretary of State Mike Pompeo", status="occurred")
    s.event_actor("pompeo-first-step", "mike-pompeo", "speaker", "US Secretary of State Mike Pompeo")
    s.event_topic(
        "pompeo-first-step",
        "agreements/november-2020-agreement",
        "the ceasefire now being negotiated",
        derived="the ceasefire of the article; 'being negotiated' is read as a mistranslation of 'negotiated'",
    )
    s.event_topic("pompeo-first-step", "events/peaceful-solution", "a peaceful solution")
    s.event("peaceful-solution", "on the way to a peaceful solution", status="conditional", by="mike-pompeo")

    s = text.sentence("The US government urged … solution.")
    s.event("us-urges-minsk-talks-2020", "urged", status="occurred")
    s.event_actor("us-urges-minsk-talks-2020", "united-states", "speaker", "The US government")
    s.event_actor("us-urges-minsk-talks-2020", "conflict-sides", "addressee", "all sides")
    s.event_topic("us-urges-minsk-talks-2020", "events/minsk-talks-resumed", "resume talks within the Minsk Group")
    s.event("minsk-talks-resumed", "urged all sides to resume talks", status="conditional")
    s.event_actor("minsk-talks-resumed", "minsk-group", "mediator", "within the Minsk Group")
    s.event_actor("minsk-talks-resumed", "conflict-sides", "participant", "all sides")

    s = text.sentence("The Nagorno-Karabakh region unilaterally … state.")
    s.mention("The {Nagorno-Karabakh region} unilaterally", "actors/nagorno-karabakh-republic")
    s.event("karabakh-independence-declaration", "unilaterally declared its independence", status="occurred")
    s.event_actor(
        "karabakh-independence-declaration", "nagorno-karabakh-republic", "actor", "The Nagorno-Karabakh region"
    )
    s.event("international-recognition-of-karabakh", "is not internationally recognized", status="denied")
    s.event_actor(
        "international-recognition-of-karabakh", "nagorno-karabakh-republic", "recipient", "The Nagorno-Karabakh region"
    )

    text.boilerplate("Go back")
    text.boilerplate("Economy & Investment")
