/**
 * Units, staff, commissions, assignments, training, devices and protected patients from a file: first a report of what it would do, then exactly that, all or nothing. Design:
 * docs/design/directory.md.
 */
@NullMarked
package se.vardmote.directory.imports;

import org.jspecify.annotations.NullMarked;
