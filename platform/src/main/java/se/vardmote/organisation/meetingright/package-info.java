/**
 * The right to hold digital meetings: applications and what became of them, what a head of unit gives for some days, and what a
 * care provider asks for. Whether somebody has the right is read with their commission ({@code AtWork.mayMeet}).
 */
@NamedInterface("meetingright")
@NullMarked
package se.vardmote.organisation.meetingright;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
