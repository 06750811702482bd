package se.vardmote.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import se.vardmote.access.SocketMessages;
import se.vardmote.access.web.TestHouse;

/**
 * The rights table against the product as it starts: a route or a socket message without a row fails the build, and so
 * does a row for what no longer exists.
 */
class EveryRouteHasARowTests {
    /** Reached by a dispatch inside the server only: asked for by a browser they have no row, so do not exist. */
    private static final Set<String> INSIDE = Set.of("/error", "/nekad");

    private static final RightsTable TABLE = RightsTable.ofTheProduct();
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void every_route_has_a_row() {
        assertThat(routes().filter(route -> TABLE.routes().stream().noneMatch(row -> covers(row, route))))
                .as("routes without a row in rights.txt")
                .isEmpty();
    }

    @Test
    void every_row_about_a_route_has_its_route() {
        List<Route> routes = routes().toList();
        assertThat(TABLE.routes().stream().filter(row -> routes.stream().noneMatch(route -> covers(row, route))))
                .as("rows in rights.txt without a route")
                .isEmpty();
    }

    @Test
    void socket_messages_and_rows_are_the_same() {
        Set<String> types = house.context().getBeansOfType(SocketMessages.class).values().stream()
                .flatMap(port -> port.types().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(TABLE.messageTypes())).isEqualTo(types);
    }

    private record Route(String method, String pattern) {}

    private static Stream<Route> routes() {
        return Stream.concat(controllers(), others()).filter(route -> !INSIDE.contains(route.pattern()));
    }

    private static Stream<Route> controllers() {
        return house.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(EveryRouteHasARowTests::routes);
    }

    /** One that names no method takes them all, and needs a row for each. */
    private static Stream<Route> routes(RequestMappingInfo mapping) {
        Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
        List<String> methods = named.isEmpty()
                ? List.of("GET", "POST", "PUT", "PATCH", "DELETE")
                : named.stream().map(Enum::name).toList();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Route(method, pattern)));
    }

    /** Files and the socket. */
    private static Stream<Route> others() {
        return house.context().getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(pattern -> new Route("GET", pattern));
    }

    /** A row that ends in two stars covers all below it, files and the diagnostics that are for nobody. */
    private static boolean covers(RightsTable.Route row, Route route) {
        String pattern = row.pattern().getPatternString();
        if (!row.method().equals(route.method())) return false;
        return pattern.equals(route.pattern())
                || pattern.endsWith("/**")
                        && (route.pattern() + "/").startsWith(pattern.substring(0, pattern.length() - 2));
    }
}
