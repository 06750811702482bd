/**
 * Technical figures for those who operate it, as Prometheus reads them: how many, how often, how full, and never who. It
 * listens to the modules' events and asks them for counts; nobody uses it. What care is followed up by is counted in
 * {@code statistics}, not here.
 */
@ApplicationModule
@NullMarked
package se.vardmote.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
