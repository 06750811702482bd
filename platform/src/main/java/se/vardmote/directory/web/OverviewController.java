package se.vardmote.directory.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.Overviews;

/** The first page of an administrator. */
@Controller
class OverviewController {
    private final Directory directory;
    private final Organisation organisation;
    private final Overviews overviews;

    OverviewController(Directory directory, Organisation organisation, Overviews overviews) {
        this.directory = directory;
        this.organisation = organisation;
        this.overviews = overviews;
    }

    @GetMapping(DirectoryPages.ROOT)
    ModelAndView overview(SystemAdministrator by) {
        return DirectoryPages.of(
                "overview",
                new OverviewPage(
                        organisation.provider(by.careProvider()).orElseThrow(),
                        overviews.of(by.careProvider(), directory.today())));
    }
}
