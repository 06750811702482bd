/**
 * Other grounds than a relation of care: stated by the reader in words, for one person, for a short time, and reviewed by the
 * head of unit (patientdatalagen 4:1 and 4:3; lag (2022:913) om sammanhållen vård- och omsorgsdokumentation 3:1–3:7).
 */
@NamedInterface("grounds")
@NullMarked
package se.vardmote.access.grounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
