package se.vardmote.training.start;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.vardmote.training.cast.TestPatient;
import se.vardmote.training.lan.LanAccess;
import se.vardmote.training.web.Pages;

/** Where trying begins: how to make a call between two windows, as whom, with which patient. */
@RestController
class StartPage {

    private final Pages pages;
    private final Optional<LanAccess> lan;

    StartPage(Pages pages, ObjectProvider<LanAccess> lan) {
        this.pages = pages;
        this.lan = Optional.ofNullable(lan.getIfAvailable());
    }

    @GetMapping("/")
    ResponseEntity<String> start() {
        return pages.page(
                HttpStatus.OK,
                "start.jte",
                Map.of(
                        "tablet",
                        Roles.CALLING_TABLET,
                        "nurse",
                        Roles.NIGHT_NURSE,
                        "others",
                        Roles.others(),
                        "refused",
                        Roles.refused(),
                        "patients",
                        TestPatient.all(),
                        "lan",
                        lan));
    }

    /** For the front door: the environment answers once the cast is in place. */
    @GetMapping("/halsa/redo")
    String ready() {
        return "redo";
    }
}
