package se.vardmote.directory.web;

import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.register.Overview;

/** The administrator's care provider at a glance. */
public record OverviewPage(CareProvider careProvider, Overview overview) {}
