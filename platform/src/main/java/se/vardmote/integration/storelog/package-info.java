/**
 * The access log to the national log service, {@code informationsecurity:auditing:log} StoreLog 2.0 (RIV-TA basic profile
 * 2.1). See docs/design/audit.md.
 */
@NullMarked
package se.vardmote.integration.storelog;

import org.jspecify.annotations.NullMarked;
