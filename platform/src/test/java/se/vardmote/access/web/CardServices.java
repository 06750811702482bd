package se.vardmote.access.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer's services on loopback, as they are asked over HTTP: a responder (RFC 6960) and a list (RFC 5280). */
final class CardServices implements AutoCloseable {
    /** By the machine's own clock, which those who ask look at; longer than a test puts its clock on. */
    private static final Duration VALID = Duration.ofDays(3);

    private final CardIssuer issuer;
    private final HttpServer server;
    final Set<BigInteger> blocked = ConcurrentHashMap.newKeySet();
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean silent;

    CardServices(CardIssuer issuer) {
        this.issuer = issuer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/svar", this::respond);
        server.createContext("/lista", this::list);
        server.start();
    }

    URI responder() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/svar");
    }

    /** A list of its own for each card, because those who ask keep a list for a while. */
    URI listFor(String card) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/lista/" + card);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            if (silent) return;
            byte[] answer = answer(new OCSPReq(request(exchange))).getEncoded();
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (OCSPException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private static byte[] request(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST"))
            return exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath().substring("/svar/".length());
        return Base64.getDecoder().decode(URLDecoder.decode(path, StandardCharsets.UTF_8));
    }

    private OCSPResp answer(OCSPReq request) throws OCSPException, OperatorCreationException {
        var answers = new BasicOCSPRespBuilder(new RespID(new X500Name(issuer.name())));
        Date now = Date.from(Instant.now());
        Date next = Date.from(Instant.now().plus(VALID));
        for (Req one : request.getRequestList()) {
            boolean no = blocked.contains(one.getCertID().getSerialNumber());
            CertificateStatus status =
                    no ? new RevokedStatus(Date.from(Instant.now().minus(VALID)), 1) : CertificateStatus.GOOD;
            answers.addResponse(one.getCertID(), status, now, next, null);
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.authority.key());
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, answers.build(signer, new X509CertificateHolder[0], now));
    }

    private void list(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            if (silent) return;
            var builder = new JcaX509v2CRLBuilder(
                    issuer.authority.certificate().getSubjectX500Principal(), Date.from(Instant.now()));
            builder.setNextUpdate(Date.from(Instant.now().plus(VALID)));
            blocked.forEach(number ->
                    builder.addCRLEntry(number, Date.from(Instant.now().minus(VALID)), 1));
            byte[] list = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.authority.key()))
                    .getEncoded();
            exchange.getResponseHeaders().add("Content-Type", "application/pkix-crl");
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
        } catch (OperatorCreationException e) {
            throw new IOException(e);
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }
}
