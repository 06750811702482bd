package se.vardmote.access.enrolment;

import java.util.List;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DeviceId;

/** What the browser that typed the right code waits for. */
public record Claim(DeviceId device, CareProviderId careProvider, List<String> words, boolean confirmed) {}
