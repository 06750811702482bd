package se.vardmote.audit;

import java.util.List;

/**
 * What the verifier found.
 *
 * @param unsealed events younger than the last block; more than a few seconds' worth means that the sealer stands still
 * @param heads how many heads outside the database were compared
 */
public record AuditVerdict(long blocks, long events, long unsealed, long heads, List<AuditFinding> findings) {
    public boolean sound() {
        return findings.isEmpty();
    }
}
