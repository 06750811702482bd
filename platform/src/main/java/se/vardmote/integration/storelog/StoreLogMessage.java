package se.vardmote.integration.storelog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The envelopes of StoreLog 2.0: ours as it goes out, and what of the answer counts. */
final class StoreLogMessage {
    static final String ACTION = "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2:StoreLog";

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGISTRY = "urn:riv:itintegration:registry:1";
    private static final String RESPONDER = "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2";
    private static final String LOG = "urn:riv:informationsecurity:auditing:log:2";
    private static final int LONGEST = 256;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final XMLStreamWriter xml;

    private StoreLogMessage(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] request(StoreLogSettings settings, List<LogEntry> entries) {
        var out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new StoreLogMessage(xml).envelope(settings, entries);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The log could not be written as XML", e);
        }
        return out.toByteArray();
    }

    /** The {@code resultCode} of an answer; empty when it is none, a SOAP fault or not XML at all. */
    static Optional<String> resultCode(byte[] answer) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(answer));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("resultCode"))
                    return Optional.of(xml.getElementText().strip());
            }
            return Optional.empty();
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }

    private void envelope(StoreLogSettings settings, List<LogEntry> entries) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("soap", "Envelope", SOAP);
        xml.writeNamespace("soap", SOAP);
        xml.writeNamespace("r", REGISTRY);
        xml.writeNamespace("s", RESPONDER);
        xml.writeNamespace("l", LOG);
        xml.writeStartElement("soap", "Header", SOAP);
        xml.writeStartElement("r", "LogicalAddress", REGISTRY);
        xml.writeCharacters(settings.logicalAddress());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("soap", "Body", SOAP);
        xml.writeStartElement("s", "StoreLog", RESPONDER);
        for (LogEntry entry : entries) entry(settings, entry);
        xml.writeEndDocument();
    }

    private void entry(StoreLogSettings settings, LogEntry entry) throws XMLStreamException {
        xml.writeStartElement("s", "log", RESPONDER);
        text("logId", entry.logId());
        begin("system");
        text("systemId", settings.systemId());
        text("systemName", settings.systemName());
        end();
        begin("activity");
        text("activityType", entry.activityType());
        text("activityLevel", entry.activityLevel());
        text("startDate", local(entry.startDate()));
        text("purpose", entry.purpose());
        end();
        user(entry.user());
        begin("resources");
        begin("resource");
        text("resourceType", entry.resourceType());
        if (entry.patient() != null) patient(entry.patient());
        named("careProvider", entry.ownerProvider());
        if (entry.ownerUnit() != null) named("careUnit", entry.ownerUnit());
        end();
        end();
        end();
    }

    private void user(LogEntry.User user) throws XMLStreamException {
        begin("user");
        text("userId", user.hsaId());
        text("name", user.name());
        text("assignment", user.assignment());
        named("careProvider", user.careProvider());
        named("careUnit", user.careUnit());
        end();
    }

    private void patient(LogEntry.Patient patient) throws XMLStreamException {
        begin("patient");
        begin("patientId");
        text("root", patient.root());
        text("extension", patient.number());
        end();
        end();
    }

    /** {@code careUnit} with {@code careUnitId} and {@code careUnitName}. */
    private void named(String what, LogEntry.Named named) throws XMLStreamException {
        begin(what);
        text(what + "Id", named.hsaId());
        text(what + "Name", named.name());
        end();
    }

    private void begin(String name) throws XMLStreamException {
        xml.writeStartElement("l", name, LOG);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Without a value, without an element; cut to what the contract holds, and without what XML cannot. */
    private void text(String name, @Nullable String value) throws XMLStreamException {
        if (value == null || value.isBlank()) return;
        String clean = value.codePoints()
                .filter(StoreLogMessage::inXml)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        begin(name);
        xml.writeCharacters(clean);
        end();
    }

    private static boolean inXml(int point) {
        return point == '\t'
                || point == '\n'
                || point >= ' ' && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    private static String local(Instant at) {
        return DATE_TIME.format(at.atZone(SWEDEN).truncatedTo(ChronoUnit.SECONDS));
    }
}
