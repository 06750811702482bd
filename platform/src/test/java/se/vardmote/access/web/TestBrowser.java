package se.vardmote.access.web;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As much of a browser as the door sees: cookies, Origin, forms with their token; follows nothing by itself. Goes to
 * localhost whatever the name is, which stands in the Host header.
 */
public final class TestBrowser {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern META_TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    public final Map<String, String> cookies = new LinkedHashMap<>();
    private final String origin;

    TestBrowser(String origin) {
        this.origin = origin;
    }

    /** The value of a cookie that the browser holds; empty when it does not. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts a form of the page that was fetched from {@code page}: with its token and our Origin. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String page) {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) all.put("_csrf", token.group(1));
        return raw(path, all, "Origin", origin);
    }

    /** Posts a form whose answer is a file. */
    public HttpResponse<byte[]> document(String path, Map<String, String> fields, String page) {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) all.put("_csrf", token.group(1));
        try {
            return HTTP.send(form(path, all, "Origin", origin).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> raw(String path, Map<String, String> fields, String... headers) {
        return send(form(path, fields, headers));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Posts bare bytes as a page's script does, with the token of the page that it stands on. */
    public HttpResponse<String> bytes(String path, byte[] body, String page, String... headers) {
        return send(script(path, HttpRequest.BodyPublishers.ofByteArray(body), page, headers));
    }

    /** Posts the head of so many bytes, and leaves the bytes to whoever holds the connection. */
    public Socket begin(String path, int length, String page, String... headers) throws IOException {
        HttpRequest request =
                script(path, HttpRequest.BodyPublishers.noBody(), page, headers).build();
        String head = request.headers().map().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().getFirst() + "\r\n")
                .collect(Collectors.joining());
        var connection =
                new Socket(InetAddress.getLoopbackAddress(), request.uri().getPort());
        connection
                .getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\n" + head + "Content-Length: " + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return connection;
    }

    private HttpRequest.Builder script(String path, HttpRequest.BodyPublisher body, String page, String... headers) {
        Matcher token = META_TOKEN.matcher(get(page).body());
        var request = request(path, headers)
                .header("Origin", origin)
                .setHeader("Accept", "application/json")
                .POST(body);
        if (token.find()) request.header("X-CSRF-TOKEN", token.group(1));
        return request;
    }

    public HttpResponse<byte[]> fetch(String path) {
        try {
            return HTTP.send(request(path, "Accept", "image/*").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A stream of events as it comes, line by line; closing it is going away. */
    public HttpResponse<Stream<String>> stream(String path) {
        try {
            return HTTP.send(
                    request(path, "Accept", "text/event-stream").GET().build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cookie as it was set, with its attributes. */
    public static String setCookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : origin + path);
        URI here = URI.create("http://localhost:" + uri.getPort()
                + uri.toString().substring(uri.toString().indexOf('/', 8)));
        var request = HttpRequest.newBuilder(here)
                .header("Host", uri.getAuthority())
                .header("Accept", "text/html,application/xhtml+xml");
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        List<HttpCookie> parsed = HttpCookie.parse(header);
        for (HttpCookie cookie : parsed) {
            if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
