package se.vardmote.training.cast;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fictional cast. Units are those of the routine for digital assessment calls (Vellinge); every person is made
 * up. HSA-ids have the form of Inera's test data ({@code TSTNMT…}); telephone numbers come from the series that PTS
 * keeps for books and films (040-628 04 00–99, 070-174 06 05–99), so that nobody's telephone rings.
 */
public final class Cast {

    /** The only purpose of a commission that opens patient data; the literal of HSA. */
    public static final String CARE = "Vård och behandling";

    private static final String PREFIX = "TSTNMT2321000156-";

    private static final CareProvider HEALTH_CARE =
            new CareProvider(PREFIX + "P01", "Vellinge kommun – hälso- och sjukvård (påhittad)", "MUNICIPALITY");
    private static final CareProvider HOME_CARE =
            new CareProvider(PREFIX + "P02", "Vellinge kommun – omsorg på entreprenad (påhittad)", "PRIVATE");

    private static final CareProvider REGION =
            new CareProvider(PREFIX + "P03", "Regionens primärvård (påhittad)", "REGION");

    private static final CareProvider SOCIAL_SERVICES =
            new CareProvider(PREFIX + "P04", "Vellinge kommun – socialtjänst (påhittad)", "MUNICIPALITY");

    private static final CareUnit.Images SAVED = new CareUnit.Images(
            "Bara det som bedömningen gäller, inte ansiktet. Fråga patienten först. Spara bara om bilden tillför något.",
            true);
    private static final CareUnit.Images NOT_SAVED =
            new CareUnit.Images("Vi sparar inga bilder. Beskriv i anteckningen vad du ser.", false);

    private static final CareUnit NURSES_BY_DAY = receiving("U01", "Sjuksköterskor dag", "+46406280401", SAVED);
    private static final CareUnit NURSES_BY_NIGHT =
            receiving("U02", "Sjuksköterskor kväll och natt", "+46406280402", SAVED);
    private static final CareUnit REHABILITATION = receiving("U03", "Rehab", "+46406280403", NOT_SAVED);

    private static final CareUnit HEALTH_CENTRE =
            new CareUnit(PREFIX + "U31", REGION, "Vårdcentralen Söderslätt", "+46406280431", SAVED);

    private static final CareUnit VELLINGE = calling("U11", "Hemtjänst Vellinge", "+46406280411");
    private static final CareUnit HOLLVIKEN = calling("U12", "Hemtjänst Höllviken", "+46406280412");
    private static final CareUnit SKANOR = calling("U13", "Hemtjänst Skanör/Falsterbo", "+46406280413");
    private static final CareUnit NIGHT = calling("U14", "Hemtjänst natt", "+46406280414");
    private static final CareUnit OMTANKENS_HUS = calling("U21", "SÄBO Omtankens Hus", "+46406280421");
    private static final CareUnit MANSTORP = calling("U22", "SÄBO Månstorps Ängar", "+46406280422");
    private static final CareUnit POSTILJONEN = calling("U23", "SÄBO Postiljonen", "+46406280423");

    private static final CareUnit PLANNING =
            new CareUnit(PREFIX + "U41", SOCIAL_SERVICES, "Planering och omsorgskontakt", "+46406280441", null);

    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);
    private static final List<Integer> WORKING_DAYS = List.of(1, 2, 3, 4, 5);

    private Cast() {}

    public static List<CareProvider> careProviders() {
        return List.of(HEALTH_CARE, HOME_CARE, REGION, SOCIAL_SERVICES);
    }

    /** It has bought the tablets and lends them to whoever gives the care (R0-43). */
    static CareProvider municipality() {
        return HEALTH_CARE;
    }

    public static List<CareUnit> careUnits() {
        return List.of(
                NURSES_BY_DAY,
                NURSES_BY_NIGHT,
                REHABILITATION,
                VELLINGE,
                HOLLVIKEN,
                SKANOR,
                NIGHT,
                OMTANKENS_HUS,
                MANSTORP,
                POSTILJONEN,
                HEALTH_CENTRE,
                PLANNING);
    }

    /**
     * Day, evening and night as in the routine. From Höllviken and from the night calls go to the night nurse at any hour, from
     * Postiljonen to rehabilitation, so that the first thing that anybody tries works whenever they try it.
     */
    public static List<DutyRule> dutyRules() {
        return Stream.of(
                        Stream.of(VELLINGE, SKANOR, OMTANKENS_HUS).flatMap(Cast::byDayAndByNight),
                        Stream.of(HOLLVIKEN, NIGHT, MANSTORP)
                                .map(unit -> new DutyRule(unit, null, EVERY_DAY, "00:00", "00:00", NURSES_BY_NIGHT)),
                        Stream.of(
                                new DutyRule(POSTILJONEN, null, EVERY_DAY, "00:00", "00:00", REHABILITATION),
                                new DutyRule(
                                        OMTANKENS_HUS,
                                        Title.PHYSIOTHERAPIST,
                                        WORKING_DAYS,
                                        "08:00",
                                        "16:00",
                                        REHABILITATION)))
                .flatMap(rules -> rules)
                .toList();
    }

    /** The day covers for the night; Disa Holmqvist is head there. */
    public static List<Cover> covers() {
        return List.of(new Cover(
                NURSES_BY_NIGHT, NURSES_BY_DAY, member("disa-holmqvist").orElseThrow()));
    }

    private static Stream<DutyRule> byDayAndByNight(CareUnit unit) {
        return Stream.of(
                new DutyRule(unit, null, EVERY_DAY, "07:00", "16:00", NURSES_BY_DAY),
                new DutyRule(unit, null, EVERY_DAY, "16:00", "07:00", NURSES_BY_NIGHT));
    }

    /** Those who have a card. */
    public static List<CastMember> members() {
        return List.of(
                member("S01", "Noor", "Sandgren", Title.NURSE).at(NURSES_BY_NIGHT, CARE),
                member("S02", "Disa", "Holmqvist", Title.NURSE).at(NURSES_BY_DAY, CARE),
                member("S03", "Alva", "Brink", Title.PHYSIOTHERAPIST).at(REHABILITATION, CARE),
                member("S04", "Tove", "Ahlgren", Title.OCCUPATIONAL_THERAPIST).at(REHABILITATION, CARE),
                member("S05", "Kim", "Ekdal", Title.ASSISTANT_NURSE).at(HOLLVIKEN, CARE),
                member("S06", "Signe", "Wall", Title.ADMINISTRATOR).administering(HOLLVIKEN),
                member("S07", "Ellis", "Frid", Title.NURSE),
                member("S08", "Mika", "Rönn", Title.NURSE).at(NURSES_BY_DAY, "Administration"),
                member("S09", "Lo", "Stråle", Title.NURSE)
                        .at(NURSES_BY_NIGHT, CARE)
                        .withWeakCard(),
                member("S10", "Ines", "Lundmark", Title.NURSE).at(HEALTH_CENTRE, CARE),
                member("S13", "Juno", "Wikman", Title.NURSE).at(NURSES_BY_NIGHT, CARE),
                member("S14", "Birk", "Norén", Title.ADMINISTRATOR).administering(NURSES_BY_DAY));
    }

    /** Everybody licensed with a commission for care but one, who has not done all of the training and has not applied. */
    static boolean mayMeet(CastMember member) {
        boolean forCare =
                member.commission() != null && member.commission().purpose().equals(CARE);
        return member.title().licensed() && forCare && !member.slug().equals("juno-wikman");
    }

    /** Who has granted them the right to digital meetings. */
    static CastMember grantor() {
        return member("birk-noren").orElseThrow();
    }

    /** Those of social services, who have an account of the municipality and no card: one assignment, and two. */
    public static List<CastMember> accountHolders() {
        return List.of(
                member("S11", "Vera", "Almqvist", Title.CARE_ASSISTANT).withAccount("4101", PLANNING, "PLANNER"),
                member("S12", "Otto", "Ekberg", Title.ASSISTANT_NURSE)
                        .withAccount("4102", PLANNING, "DESIGNATED_CARE_CONTACT", "HOME_CARE"));
    }

    public static Optional<CastMember> member(String slug) {
        return Stream.concat(members().stream(), accountHolders().stream())
                .filter(member -> member.slug().equals(slug))
                .findFirst();
    }

    /** As many as the routine counts: ten an area, two for the night, six for the houses. iPad 07 is in Höllviken. */
    public static List<Tablet> tablets() {
        return Stream.of(
                        tablets(1, 10, HOLLVIKEN, "Höllviken"),
                        tablets(11, 20, VELLINGE, "Vellinge"),
                        tablets(21, 30, SKANOR, "Skanör/Falsterbo"),
                        tablets(31, 32, NIGHT, "Hela kommunen"),
                        tablets(33, 34, OMTANKENS_HUS, "Omtankens Hus"),
                        tablets(35, 36, MANSTORP, "Månstorps Ängar"),
                        tablets(37, 38, POSTILJONEN, "Postiljonen"))
                .flatMap(List::stream)
                .toList();
    }

    public static Optional<Tablet> tablet(String slug) {
        return tablets().stream().filter(tablet -> tablet.slug().equals(slug)).findFirst();
    }

    private static List<Tablet> tablets(int first, int last, CareUnit unit, String area) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new Tablet("iPad %02d".formatted(number), unit, area))
                .toList();
    }

    private static CareUnit receiving(String id, String name, String phone, CareUnit.Images images) {
        return new CareUnit(PREFIX + id, HEALTH_CARE, name, phone, images);
    }

    private static CareUnit calling(String id, String name, String phone) {
        return new CareUnit(PREFIX + id, HOME_CARE, name, phone, null);
    }

    private static CastMember member(String id, String givenName, String familyName, Title title) {
        return CastMember.withoutCommission(PREFIX + id, HEALTH_CARE, givenName, familyName, title);
    }
}
