package se.vardmote.directory.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.organisation.register.Accounts;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.organisation.register.Person;
import se.vardmote.organisation.register.PersonLine;
import se.vardmote.organisation.register.StaffLists;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.StaffId;

/** Gathers what the pages of the staff show. */
@Component
class PeopleReader {
    private final Directory directory;
    private final Organisation organisation;
    private final StaffLists lists;
    private final Engagements engagements;
    private final Qualifications qualifications;
    private final Accounts accounts;

    PeopleReader(
            Directory directory,
            Organisation organisation,
            StaffLists lists,
            Engagements engagements,
            Qualifications qualifications,
            Accounts accounts) {
        this.directory = directory;
        this.organisation = organisation;
        this.lists = lists;
        this.engagements = engagements;
        this.qualifications = qualifications;
        this.accounts = accounts;
    }

    PeoplePage list(SystemAdministrator by, @Nullable CareUnit unit, @Nullable StaffId after) {
        StaffLists.Page page = unit == null
                ? lists.all(by.careProvider(), directory.today(), after)
                : lists.at(by.careProvider(), unit.id(), directory.today(), after);
        var at = unit == null ? null : new PeoplePage.Unit(unit.id().toString(), unit.name());
        return page(by, at, "", page, after);
    }

    PeoplePage search(SystemAdministrator by, String search, @Nullable StaffId after) {
        StaffLists.Page page = lists.called(by.careProvider(), search, directory.today(), after);
        if (page.lines().isEmpty()) page = new StaffLists.Page(anothers(search), false);
        return page(by, null, search.strip(), page, after);
    }

    /** Somebody whom another care provider keeps is found by the whole HSA-id, to be commissioned here. */
    private List<PersonLine> anothers(String search) {
        return HsaId.parse(search) instanceof Parsed.Valid<HsaId>(HsaId hsaId)
                ? organisation.staffBy(hsaId).map(PeopleReader::line).stream().toList()
                : List.of();
    }

    private static PersonLine line(Staff staff) {
        return new PersonLine(staff.id(), staff.hsaId(), staff.name(), staff.profession(), staff.licensed(), null);
    }

    private PeoplePage page(
            SystemAdministrator by,
            PeoplePage.@Nullable Unit unit,
            String search,
            StaffLists.Page page,
            @Nullable StaffId after) {
        String next = page.more() ? page.lines().getLast().id().toString() : null;
        return new PeoplePage(careProvider(by), unit, search, page.lines(), next, after == null);
    }

    /** @param named whether somebody asked for the name of a person with protected identity */
    PersonPage one(SystemAdministrator by, StaffId id, boolean named, @Nullable String notice) {
        return one(by, id, named, notice, PersonPage.Why.NONE);
    }

    /** The same with what was wrong in the reason for taking protection away. */
    PersonPage refused(SystemAdministrator by, StaffId id, String why, Map<String, String> errors) {
        return one(by, id, false, null, new PersonPage.Why(why, errors));
    }

    private PersonPage one(
            SystemAdministrator by, StaffId id, boolean named, @Nullable String notice, PersonPage.Why why) {
        Person person = directory.person(id);
        Staff listed = organisation.staff(id).orElseThrow();
        boolean keeps = directory.keeps(by, person);
        boolean shown = named && keeps && person.protectedIdentity();
        if (shown) directory.readProtected(by, person);
        return new PersonPage(
                id.toString(),
                shown ? person.name() : listed.name(),
                keeps && person.protectedIdentity() && !shown,
                person.hsaId().value(),
                person.profession().name(),
                listed.licensed(),
                keeps ? person.licenceNumber() : null,
                keeps
                        ? null
                        : organisation
                                .provider(person.keeper())
                                .map(CareProvider::name)
                                .orElse(""),
                by.staff().equals(id),
                protection(by, person),
                why,
                accounts.of(by.careProvider(), id),
                engagements.of(by.careProvider(), id, directory.today()),
                qualifications.of(by.careProvider(), id),
                directory.today(),
                notice);
    }

    private PersonPage.@Nullable Protection protection(SystemAdministrator by, Person person) {
        if (!person.protectedIdentity()) return null;
        return directory
                .asked(person.id())
                .map(asked -> new PersonPage.Protection(
                        asked.by().equals(by.staff()) ? "asked" : "to-confirm", asked.why(), asked.lapsesAt()))
                .orElse(new PersonPage.Protection("kept", "", null));
    }

    private String careProvider(SystemAdministrator by) {
        return organisation.provider(by.careProvider()).map(CareProvider::name).orElse("");
    }
}
