package se.vardmote.training.start;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.vardmote.training.cast.TestPatient;
import se.vardmote.training.web.Pages;

/** Where trying begins: how to make a call between two windows, as whom, with which patient. */
@RestController
class StartPage {

    private final Pages pages;

    StartPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    ResponseEntity<String> start() {
        return pages.page(
                HttpStatus.OK,
                "start.jte",
                Map.of(
                        "tablet", Roles.CALLING_TABLET,
                        "nurse", Roles.NIGHT_NURSE,
                        "others", Roles.others(),
                        "refused", Roles.refused(),
                        "patients", TestPatient.all()));
    }

    /** For the front door: the environment answers once the cast is in place. */
    @GetMapping("/halsa/redo")
    String ready() {
        return "redo";
    }
}
