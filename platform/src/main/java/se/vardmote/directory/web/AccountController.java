package se.vardmote.directory.web;

import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.AccountKeeping;
import se.vardmote.directory.Directory;
import se.vardmote.directory.DirectoryProblem;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.Accounts.Account;
import se.vardmote.organisation.register.Person;
import se.vardmote.ui.SeeOther;

/** The form for what one of the staff signs in with besides a card; shared accounts are marked here (R4-291). */
@Controller
@RequestMapping(DirectoryPages.PEOPLE + "/{person}/konto")
class AccountController {
    private static final int LONGEST = 200;
    private final Directory directory;
    private final AccountKeeping accounts;
    private final Organisation organisation;

    AccountController(Directory directory, AccountKeeping accounts, Organisation organisation) {
        this.directory = directory;
        this.accounts = accounts;
        this.organisation = organisation;
    }

    @GetMapping
    ModelAndView form(SystemAdministrator by, @PathVariable String person) {
        Person known = directory.person(PeopleController.id(person));
        return page(by, known, AccountForm.of(accounts.of(by, known)), Map.of());
    }

    @PostMapping
    ModelAndView keep(SystemAdministrator by, @PathVariable String person, @ModelAttribute AccountForm form) {
        Person known = directory.person(PeopleController.id(person));
        String typed = form.account().strip();
        if (typed.length() > LONGEST || typed.chars().anyMatch(Character::isISOControl))
            return page(by, known, form, Map.of("account", "too-long"));
        try {
            accounts.keep(
                    by,
                    known,
                    new Account(typed.isEmpty() ? null : typed, form.shared().equals("yes")));
        } catch (DuplicateKeyException taken) {
            return page(by, known, form, Map.of("account", "taken"));
        }
        return SeeOther.to(DirectoryPages.PEOPLE + "/" + known.id() + "?notice=kept");
    }

    private ModelAndView page(SystemAdministrator by, Person person, AccountForm form, Map<String, String> errors) {
        String name = organisation
                .staff(person.id())
                .orElseThrow(() -> new DirectoryProblem.NoSuchPerson().asException())
                .name();
        return DirectoryPages.of(
                "account-form",
                new AccountFormPage(person.id().toString(), name, directory.keeps(by, person), form, errors),
                errors);
    }
}
