"""An invented article of the Strelsau Herald, 2 December 2020: observers reach Kalbajar, and two soldiers are hurt."""

from karabakh_data.extract.text import Text


def code(text: Text) -> None:
    text.names("actors/ruritania", "Ruritania")
    text.names("actors/ruritanian-ministry", "their ministry")
    text.names("actors/ruritanian-observers", "Observers", "observers")
    text.names("actors/azerbaijan", "Azerbaijan")
    text.names("actors/driver-of-observers", "A third driver")
    text.names("places/kalbajar-district", "Kalbajar", "The district")
    text.names("places/strelsau", "Strelsau")

    s = text.headline("Observers of Ruritania reach Kalbajar")
    s.source.title("Observers of Ruritania reach Kalbajar")
    arrival = s.event("observers-reach-kalbajar-2020")
    arrival.actor("ruritanian-observers", "Observers", derived="the sentence below tells that they came")
    arrival.place("kalbajar-district", "Kalbajar")

    s = text.byline("By A. … 2 December 2020")
    s.source.author("A. Hope")
    s.source.publisher("The Strelsau Herald")
    s.source.published("2 December 2020")

    s = text.sentence("Four observers … Strelsau announced.")
    arrival = s.event("observers-reach-kalbajar-2020")
    arrival.status("occurred", "reached")
    arrival.date("2020-12-01", "1 December 2020")
    s.actor("ruritanian-observers").part_of("ruritania", "Ruritania")
    told = s.event("ruritania-on-observers")
    told.status("occurred", "announced")
    told.speaker("ruritanian-ministry", "their ministry")
    told.about(arrival, "reached")

    s = text.sentence("The district … agreed day.")
    handover = s.event("kalbajar-handover-2020")
    handover.status("occurred", "was handed over")
    handover.date("2020-11-25", "25 November", derived="the year is that of publication, 2020")
    handover.place("kalbajar-district", "The district")
    handover.recipient("azerbaijan", "Azerbaijan")

    s = text.sentence("The observers … follow them.")
    stay = s.event("observers-stay-2020")
    stay.status("planned", "are to stay")
    stay.actor("ruritanian-observers", "observers")

    s = text.sentence("Two soldiers … icy road.")
    accident = s.event("lorry-accident-2020")
    accident.status("occurred", "skidded")
    wounded = s.casualty("soldiers-wounded-by-lorry")
    wounded.event(accident, "skidded")
    wounded.measure("wounded", "wounded")
    wounded.best(2, "Two soldiers")
    wounded.victim_class("military", "soldiers")

    s = text.sentence("A third … allows it.")
    accident = s.event("lorry-accident-2020")
    accident.status("occurred", "was not hurt", judged="'hurt' is by the lorry of the sentence before")
    accident.affected("driver-of-observers", "A third driver")

    text.boilerplate("Read more in our archive.")
