package se.vardmote.training.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every role that the start page offers. */
public final class Roles {

    private static final String TABLET = "ipad.localhost";
    private static final String NURSE = "sjukskoterska.localhost";
    private static final String PHYSIOTHERAPIST = "fysioterapeut.localhost";
    private static final String ADMINISTRATOR = "administrator.localhost";
    private static final String PLAIN = "localhost";

    static final Role CALLING_TABLET = new Role(
            "ipad-07", TABLET, "iPad hos patienten", "Hemtjänst Höllviken · iPad 07", "Starta ett bedömningssamtal.");

    static final Role NIGHT_NURSE = new Role(
            "noor-sandgren",
            NURSE,
            "Sjuksköterska natt",
            "Noor Sandgren · Sjuksköterskor kväll och natt",
            "Ser vem som väntar från Höllviken, natten och Månstorps Ängar.");

    private Roles() {}

    static List<Role> others() {
        return List.of(
                new Role(
                        "ipad-31",
                        TABLET,
                        "iPad på natten",
                        "Hemtjänst natt · iPad 31",
                        "Byter ut iPad 07: webbläsaren är en platta åt gången."),
                new Role(
                        "ipad-37",
                        TABLET,
                        "iPad på särskilt boende",
                        "SÄBO Postiljonen · iPad 37",
                        "Byter ut iPad 07. Samtalen kommer till fysioterapeuten."),
                new Role(
                        "alva-brink",
                        PHYSIOTHERAPIST,
                        "Fysioterapeut",
                        "Alva Brink · Rehab",
                        "Ser vem som väntar från Postiljonen."),
                new Role(
                        "signe-wall",
                        ADMINISTRATOR,
                        "Systemförvaltare",
                        "Signe Wall",
                        "Håller ordning på enheter, personal, uppdrag och plattor."),
                new Role(
                        "birk-noren",
                        ADMINISTRATOR,
                        "Systemförvaltare i vården",
                        "Birk Norén",
                        "Avgör vem som får hålla digitala möten. Byter ut Signe Wall."),
                new Role(
                        "vera-almqvist",
                        PLAIN,
                        "Planerare i socialtjänsten",
                        "Vera Almqvist · Planering och omsorgskontakt",
                        "Loggar in med kommunens konto. Ser inga patientuppgifter."),
                new Role(
                        "otto-ekberg",
                        PLAIN,
                        "Fast omsorgskontakt",
                        "Otto Ekberg · Planering och omsorgskontakt",
                        "Har två uppdrag i socialtjänsten och väljer."),
                new Role(
                        "besokare", PLAIN, "Besökare", "Utan platta och utan kort", "Ser bara vad vem som helst ser."));
    }

    static List<Role> refused() {
        return List.of(
                new Role(
                        "ellis-frid",
                        PLAIN,
                        "Utan uppdrag",
                        "Ellis Frid, sjuksköterska",
                        "Har kort men inget medarbetaruppdrag."),
                new Role(
                        "mika-ronn",
                        PLAIN,
                        "Fel ändamål",
                        "Mika Rönn, sjuksköterska",
                        "Har bara ett uppdrag för administration."),
                new Role(
                        "juno-wikman",
                        NURSE,
                        "Utan rätt till digitala möten",
                        "Juno Wikman, sjuksköterska",
                        "Har inte gjort hela utbildningen. Ser vad som saknas och kan söka. Byter ut Noor Sandgren."),
                new Role(
                        "lo-strale",
                        PLAIN,
                        "För svagt kort",
                        "Lo Stråle, sjuksköterska",
                        "Kortet når inte tillitsnivå 3."));
    }

    static Optional<Role> named(String slug) {
        return Stream.of(List.of(CALLING_TABLET, NIGHT_NURSE), others(), refused())
                .flatMap(List::stream)
                .filter(role -> role.slug().equals(slug))
                .findFirst();
    }
}
