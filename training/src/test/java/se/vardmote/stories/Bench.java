package se.vardmote.stories;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code ./vardmote bench [NAME…] [--json]}: one line a figure. Ends with 1 when a goal was missed, 2 for a wrong name. */
final class Bench {
    private static final Map<String, Callable<List<Figure>>> BENCHES = new LinkedHashMap<>();

    static {
        BENCHES.put("start", StartBench::measure);
        BENCHES.put("pages", PagesBench::measure);
        BENCHES.put("sign-in", SignInBench::measure);
        BENCHES.put("first-frame", FirstFrameBench::measure);
        BENCHES.put("knock", KnockBench::measure);
        BENCHES.put("day", DayBench::measure);
        BENCHES.put("purge", PurgeBench::measure);
        BENCHES.put("backup", BackupBench::measure);
        BENCHES.put("history", HistoryBench::measure);
        BENCHES.put("picture", PictureBench::measure);
        BENCHES.put("staff", StaffBench::measure);
        BENCHES.put("audit", AuditBench::measure);
        BENCHES.put("sessions", SessionsBench::measure);
    }

    private Bench() {}

    public static void main(String[] words) throws Exception {
        boolean json = List.of(words).contains("--json");
        List<String> asked =
                Arrays.stream(words).filter(word -> !word.startsWith("--")).toList();
        if (!BENCHES.keySet().containsAll(asked)) {
            System.err.println("bench knows: " + String.join(", ", BENCHES.keySet()));
            System.exit(2);
        }
        var figures = new ArrayList<Figure>();
        for (String name : asked.isEmpty() ? BENCHES.keySet() : asked) {
            var measured = BENCHES.get(name).call();
            figures.addAll(measured);
            if (!json) {
                measured.forEach(figure -> System.out.println(figure.line()));
            }
        }
        if (json) {
            System.out.println(figures.stream().map(Figure::json).collect(Collectors.joining(",\n ", "[", "]")));
        }
        System.exit(figures.stream().allMatch(Figure::met) ? 0 : 1);
    }

    /** One that does not ask for another protocol: to the product that is a request to change something. */
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The smallest value that at least that share of all are not above. */
    static double percentile(List<Double> values, int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
