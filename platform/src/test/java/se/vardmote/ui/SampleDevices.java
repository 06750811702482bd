package se.vardmote.ui;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.organisation.Stock;
import se.vardmote.organisation.web.DevicesPage;
import se.vardmote.organisation.web.DevicesPage.Form;
import se.vardmote.organisation.web.DevicesPage.Found;
import se.vardmote.organisation.web.DevicesPage.Row;
import se.vardmote.organisation.web.DevicesPage.State;
import se.vardmote.organisation.web.DevicesPage.Unit;
import se.vardmote.organisation.web.StockPage;

/** The administrator's devices in every state. */
final class SampleDevices {
    private SampleDevices() {}

    static Map<String, ModelAndView> all() {
        return Map.of(
                "stock",
                        new StockPage(
                                        "1",
                                        "iPad 07",
                                        new StockPage.Form("VK-2291", "1", "", "ASSIGNED"),
                                        List.of(new StockPage.Provider("1", "Vellinge kommun")),
                                        Map.of("assetNumber", "taken"))
                                .view(),
                "devices", page(all(rows(), "3"), Form.EMPTY, Map.of(), "added"),
                "devices-found", page(new Found("ipad höll", rows(), 6, null, true), Form.EMPTY, Map.of(), null),
                "devices-none", page(new Found("zz", List.of(), 0, null, true), Form.EMPTY, Map.of(), null),
                "devices-empty", page(all(List.of(), null), Form.EMPTY, Map.of(), null),
                "devices-wrong",
                        page(
                                all(List.of(rows().getFirst()), null),
                                new Form("iPad 08", "", ""),
                                Map.of("area", "missing", "unit", "missing"),
                                null));
    }

    private static Found all(List<Row> rows, @Nullable String next) {
        return new Found("", rows, next == null ? rows.size() : 160, next, true);
    }

    private static List<Row> rows() {
        var soon = SamplePages.NOW.plus(Duration.ofMinutes(9));
        var before = SamplePages.NOW.minus(Duration.ofDays(12));
        return List.of(
                row("1", "iPad 07", new State.Enrolled(before)),
                row("2", "iPad 08", new State.CodeShown("M4XT9P", soon)),
                row("3", "iPad 09", new State.WordsShown(List.of("havre", "kompass", "lykta"), soon)),
                row("4", "Telefon natt", new State.NotPaired()),
                row("5", "iPad 02", new State.Revoked(before, "Tappad i Skanör")),
                row("6", "iPad 03", new State.Revoked(before, "reused-token")));
    }

    private static Row row(String id, String name, State state) {
        boolean seen = state instanceof State.Enrolled || state instanceof State.Revoked;
        var lastSeen = seen ? SamplePages.NOW.minus(Duration.ofMinutes(12)) : null;
        String number = id.equals("1") ? "VK-2291" : null;
        return new Row(id, name, "Höllviken", "Hemtjänst Höllviken", number, id.equals("4"), state, lastSeen);
    }

    private static ModelAndView page(Found found, Form form, Map<String, String> errors, @Nullable String notice) {
        var units = List.of(new Unit("1", "Hemtjänst Höllviken"), new Unit("2", "Månstorps Ängar"));
        var counts = found.total() == 0
                ? List.<Stock.Count>of()
                : List.of(new Stock.Count("Höllviken", 10), new Stock.Count("Skanör/Falsterbo", 10));
        return new DevicesPage("Vellinge kommun", found, counts, units, form, errors, notice).view();
    }
}
