package se.vardmote.access.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at an address of their own (in 127.0.0.0/8) who asks the same door again and again over one connection. */
final class Guesser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?im)^set-cookie: ([^=]+=[^;\r]+)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");
    private final Socket socket;
    private final InputStream in;
    private final String origin;
    private String cookies = "";
    private String token = "";

    /** An answer as it came: headers and body in one text. */
    record Answer(String text) {
        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }
    }

    Guesser(TestHouse house, String address) {
        origin = house.origin();
        socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), house.port()));
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands before a form, with the token that it wants back. */
    Guesser at(String page) {
        String form = get(page, "").text();
        Matcher found = TOKEN.matcher(form);
        if (!found.find()) throw new IllegalStateException("no form at " + page);
        token = found.group(1);
        cookies = String.join(
                "; ", COOKIE.matcher(form).results().map(each -> each.group(1)).toList());
        return this;
    }

    Answer types(String page, String code) {
        return fills(page, "code=" + code);
    }

    /** @param fields as they are sent */
    Answer fills(String page, String fields) {
        String body = fields + "&_csrf=" + token;
        return ask(
                "POST " + page,
                cookies,
                "Origin: " + origin + "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + "Content-Length: "
                        + body.length() + "\r\n",
                body);
    }

    Answer get(String page, String cookie) {
        return ask("GET " + page, cookie, "", "");
    }

    private Answer ask(String line, String cookie, String headers, String body) {
        String request = line + " HTTP/1.1\r\nHost: " + origin.substring(7)
                + "\r\nAccept: text/html\r\nAccept-Encoding: identity\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + headers + "\r\n" + body;
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new Answer(answer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() throws IOException {
        String head = until("\r\n\r\n");
        Matcher length = LENGTH.matcher(head);
        if (length.find())
            return head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
        return head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")
                ? head + until("\r\n0\r\n\r\n")
                : head;
    }

    private String until(String end) throws IOException {
        var read = new java.io.ByteArrayOutputStream();
        byte[] last = end.getBytes(StandardCharsets.US_ASCII);
        for (int fitting = 0, next; fitting < last.length; ) {
            if ((next = in.read()) < 0) throw new IOException("the connection ended");
            read.write(next);
            fitting = next == last[fitting] ? fitting + 1 : next == last[0] ? 1 : 0;
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
