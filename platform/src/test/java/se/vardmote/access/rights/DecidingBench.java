package se.vardmote.access.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import se.vardmote.access.Actors;
import se.vardmote.access.Assurance;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.SessionId;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** {@code ./vardmote bench rights}: what a decision of the rights table takes, warm: every route of the table in turn, asked by a professional who is known. */
final class DecidingBench {
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 200;
    private static final double GOAL = 50;

    private DecidingBench() {}

    public static void main(String[] words) {
        var rights = new Rights();
        var signedIn = new TestingAuthenticationToken(professional(), null);
        List<RequestAuthorizationContext> requests = RightsTable.ofTheProduct().routes().stream()
                .map(route -> request(route.method(), route.pattern().getPatternString()))
                .toList();
        var times = new ArrayList<Double>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (RequestAuthorizationContext request : requests) {
                long began = System.nanoTime();
                rights.authorize(() -> signedIn, request);
                if (round >= 0) times.add((System.nanoTime() - began) / 1e3);
            }
        }
        boolean met = figure("rights-warm-p50", times, 50) & figure("rights-warm-p95", times, 95);
        System.exit(met ? 0 : 1);
    }

    /** As the other figures of the bench are printed. */
    private static boolean figure(String name, List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        double value = sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
        boolean met = value <= GOAL;
        System.out.printf(
                Locale.ROOT, "%-34s %10.2f %-3s goal ≤ %.2f  %s%n", name, value, "µs", GOAL, met ? "met" : "missed");
        return met;
    }

    private static RequestAuthorizationContext request(String method, String pattern) {
        String path =
                pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()).replace("/**", "/x");
        return new RequestAuthorizationContext(new MockHttpServletRequest(method, path));
    }

    private static Actors professional() {
        var staff = new StaffMember(
                new SessionId(UUID.randomUUID()),
                StaffId.next(),
                new HsaId("TSTNMT2321000156-BENCH"),
                "Noor Sandgren",
                Profession.NURSE,
                true,
                CommissionId.next(),
                CareProviderId.next(),
                CareUnitId.next(),
                "Sjuksköterskor kväll och natt",
                Assurance.LOA3,
                false,
                false,
                true);
        return new Actors() {
            @Override
            public Optional<StaffMember> staff() {
                return Optional.of(staff);
            }

            @Override
            public Optional<SystemAdministrator> administrator() {
                return Optional.empty();
            }

            @Override
            public Optional<EnrolledDevice> device() {
                return Optional.empty();
            }

            @Override
            public Optional<InvitedVisitor> invited() {
                return Optional.empty();
            }

            @Override
            public Optional<Seated> seated() {
                return Optional.empty();
            }
        };
    }
}
