package se.vardmote.stories;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An administrator's search for staff, among a hundred thousand in 5,000 units beside a hundred in 60: the beginning that
 * everybody's given name has, which fills a page with both; one person's family name; both words. Names are letters by chance.
 */
final class StaffBench {
    private static final int FEW = 100;
    private static final int FEW_UNITS = 60;
    private static final int MANY = Integer.getInteger("vardmote.bench.staff", 100_000);
    private static final int MANY_UNITS = 5_000;
    private static final int REQUESTS = Integer.getInteger("vardmote.bench.requests", 1_500);
    private static final int WARM_UP = 600;
    private static final double GOAL = 2;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String OF_THE_ADMINISTRATOR = """
            select a.care_provider_id from organisation.system_administrator a
            join organisation.staff s on s.id = a.staff_id where s.name = 'Signe Wall' limit 1""";

    private StaffBench() {}

    static List<Figure> measure() throws Exception {
        Map<String, List<Double>> few = times(FEW, FEW_UNITS);
        Map<String, List<Double>> many = times(MANY, MANY_UNITS);
        var figures = new ArrayList<Figure>();
        for (String search : few.keySet()) {
            double small = Bench.percentile(few.get(search), 95);
            double large = Bench.percentile(many.get(search), 95);
            System.err.printf(
                    "staff-%s: p50 %.2f and %.2f ms, p95 %.2f and %.2f ms%n",
                    search,
                    Bench.percentile(few.get(search), 50),
                    Bench.percentile(many.get(search), 50),
                    small,
                    large);
            figures.add(new Figure("staff-" + search + "-p95-ratio", large / small, "×", GOAL));
        }
        return figures;
    }

    private static Map<String, List<Double>> times(int staff, int units) throws Exception {
        try (var installation = Installation.start();
                var browsers = new Browsers();
                var people = new People(installation, browsers);
                var client = Bench.client()) {
            JdbcClient database = installation.database();
            seed(database, staff, units);
            Person administrator = people.administrator();
            String cookies = administrator
                    .context()
                    .cookies(administrator.page().url())
                    .stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            administrator.context().close();
            List<String> families = database.sql("""
                            select split_part(name, ' ', 2) from organisation.staff where name like 'A%' and hsa_id like '%BENCH%'
                            order by md5(hsa_id) limit 50""").query(String.class).list();
            var searches = new TreeMap<String, List<String>>();
            searches.put("full-page", List.of("a"));
            searches.put("one", families);
            searches.put(
                    "two-words", families.stream().map(family -> "a " + family).toList());
            return measured(client, installation, cookies, searches);
        }
    }

    private static Map<String, List<Double>> measured(
            HttpClient client, Installation installation, String cookies, Map<String, List<String>> searches)
            throws Exception {
        String token = token(client, installation, cookies);
        var times = new TreeMap<String, List<Double>>();
        for (int i = -WARM_UP; i < REQUESTS; i++) {
            for (var search : searches.entrySet()) {
                String typed =
                        search.getValue().get(Math.floorMod(i, search.getValue().size()));
                double took = milliseconds(client, request(installation, cookies, token, typed));
                if (i >= 0)
                    times.computeIfAbsent(search.getKey(), name -> new ArrayList<>())
                            .add(took);
            }
        }
        return times;
    }

    /** So many nurses, each with a commission in one of so many units. */
    static void seed(JdbcClient database, int staff, int units) {
        database.sql("""
                        insert into organisation.care_unit (id, care_provider_id, name, hsa_id, phone)
                        select gen_random_uuid(), a.care_provider_id, 'Enhet ' || n, 'TSTNMT2321000156-BENCHU' || n, '+46406280400'
                        from (%s) a, generate_series(1, ?) n""".formatted(OF_THE_ADMINISTRATOR)).param(units).update();
        database.sql("""
                        insert into organisation.staff (id, care_provider_id, hsa_id, name, profession, licensed)
                        select gen_random_uuid(), a.care_provider_id, 'TSTNMT2321000156-BENCH' || n,
                            'A' || translate(left(md5('g' || n %% 400), 6), '0123456789', 'ghijklmnop') || ' '
                                || initcap(translate(left(md5('f' || n %% 20000), 9), '0123456789', 'qrstuvwxyz')), 'NURSE', true
                        from (%s) a, generate_series(1, ?) n""".formatted(OF_THE_ADMINISTRATOR)).param(staff).update();
        database.sql("""
                        insert into organisation.commission (id, staff_id, care_provider_id, care_unit_id, name, purpose, valid_from)
                        select gen_random_uuid(), s.id, s.care_provider_id, u.id, 'Uppdrag', 'Vård och behandling', '2020-01-01'
                        from (select *, row_number() over (order by id) n from organisation.staff where hsa_id like '%BENCH%') s
                        join (select *, row_number() over (order by id) n
                            from organisation.care_unit where hsa_id like '%BENCHU%') u on s.n % ? = u.n - 1""").param(units).update();
        database.sql("vacuum analyze").update();
    }

    private static String token(HttpClient client, Installation installation, String cookies) throws Exception {
        var page = client.send(
                HttpRequest.newBuilder(URI.create(installation.loopback("/admin/organisation/personal")))
                        .header("Cookie", cookies)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(page.body());
        if (!token.find()) throw new IllegalStateException("The list of staff answered " + page.statusCode());
        return token.group(1);
    }

    private static HttpRequest request(Installation installation, String cookies, String token, String typed) {
        String form = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&sok="
                + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(installation.loopback("/admin/organisation/personal/sok")))
                .header("Cookie", cookies)
                .header("Origin", installation.loopback(""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static double milliseconds(HttpClient client, HttpRequest search) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = client.send(search, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) throw new IllegalStateException("The search answered " + answer.statusCode());
        return (System.nanoTime() - began) / 1e6;
    }
}
