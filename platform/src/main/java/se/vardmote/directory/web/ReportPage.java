package se.vardmote.directory.web;

import java.util.List;
import se.vardmote.directory.imports.Report;

/**
 * What reading a file in would do.
 *
 * @param refused the first of the rows that are left out
 * @param more how many more there are
 * @param changed whether the register has changed since the last report, so that nothing was done
 */
public record ReportPage(String id, Report report, List<Report.Refused> refused, int more, boolean changed) {}
