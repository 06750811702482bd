package se.vardmote.audit;

import java.time.Instant;

/**
 * The end of the chain at some moment. Who knows one that was kept elsewhere can tell if the chain has been rewritten.
 *
 * @param hash 64 hexadecimal digits
 */
public record AuditHead(long number, String hash, Instant sealedAt) {}
