package se.vardmote.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Those who take part in a story. Each becomes somebody of the cast by one click on the training start page. */
final class People implements AutoCloseable {
    private final Installation installation;
    private final Browsers browsers;
    private final Consumer<Person> prepare;
    private final List<Person> all = new ArrayList<>();

    People(Installation installation, Browsers browsers) {
        this(installation, browsers, person -> {});
    }

    /** {@code prepare} is done to each person before the first page. */
    People(Installation installation, Browsers browsers, Consumer<Person> prepare) {
        this.installation = installation;
        this.browsers = browsers;
        this.prepare = prepare;
    }

    Installation installation() {
        return installation;
    }

    /** A care worker with the shared tablet of home care in Höllviken: "iPad 07", enrolled. */
    CareWorker careWorker() {
        return new CareWorker(become("ipad", "iPad 07", 820, 1180));
    }

    /** The same with another computer, whose browser remembers no permission: it has to ask for camera and microphone. */
    CareWorker careWorkerWith(Hardware hardware) {
        var browser = browsers.chromium(hardware);
        return new CareWorker(become(new Person("ipad", browser, List.of(), 820, 1180), "iPad 07"));
    }

    /** The night nurse, Noor Sandgren, at a computer: signed in with a commission at the receiving unit. */
    Professional nurse() {
        return new Professional(become("sjukskoterska", "Noor Sandgren", 1440, 900));
    }

    /** Alva Brink, who receives what comes from Postiljonen. */
    Professional physiotherapist() {
        return new Professional(become("fysioterapeut", "Alva Brink", 1440, 900));
    }

    /** Somebody else of the cast, who signs in by choosing their card. */
    Professional cardHolder(String host, String name) {
        var person = stranger(host, "/logga-in/tjanst");
        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        person.page().waitForURL("**/min-dag");
        return new Professional(person);
    }

    /** A care worker of the night, with another tablet; the same nurses answer. */
    CareWorker careWorkerByNight() {
        return new CareWorker(become("ipad", "iPad 31", 820, 1180));
    }

    /** A care worker at Postiljonen, whose calls go to rehabilitation. */
    CareWorker careWorkerAtPostiljonen() {
        return new CareWorker(become("ipad", "iPad 37", 820, 1180));
    }

    /** Somebody with a tablet of their own, on the same network, who has opened the page that explains trusting. */
    Person withATablet(Browsers tablet) {
        var person = new Person("tablet", tablet.chromium(), 820, 1180);
        person.belongsTo(installation.lanHost());
        all.add(person);
        person.page().navigate(installation.trustPage());
        return person;
    }

    /** A night nurse who has not done all of the training and has no right to digital meetings: Juno Wikman. */
    Person nurseWithoutRight() {
        return become("sjukskoterska", "Juno Wikman", 1440, 900);
    }

    /** Who decides about the nurses: Birk Norén. */
    Person administratorOfTheNurses() {
        return become("administrator", "Birk Norén", 1440, 900);
    }

    Person administrator() {
        return become("administrator", "Signe Wall", 1440, 900);
    }

    /** Somebody without cookies who has opened the product under a role's host. */
    Person stranger(String host, String path) {
        var person = somebody(host, 820, 1180);
        person.page().navigate(installation.url(host, path));
        return person;
    }

    /** Somebody without device and card at the address that everybody may open. */
    Person visitor() {
        var person = somebody("besokare", 820, 1180);
        person.page().navigate(installation.loopback("/"));
        return person;
    }

    /** A patient or a relative with a telephone of their own. */
    Guest guest() {
        return new Guest(somebody("gast", 390, 844), installation);
    }

    List<Person> all() {
        return List.copyOf(all);
    }

    private Person become(String host, String name, int width, int height) {
        return become(somebody(host, width, height), name);
    }

    private Person become(Person person, String name) {
        if (!all.contains(person)) all.add(person);
        person.page().navigate(installation.startPage());
        var link = person.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
        person.goOnInNewWindow(link::click);
        person.page().waitForURL(Pattern.compile("^" + Pattern.quote(installation.url(person.role(), "/"))));
        return person;
    }

    private Person somebody(String host, int width, int height) {
        var person = new Person(host, browsers.chromium(), width, height);
        prepare.accept(person);
        all.add(person);
        return person;
    }

    /** After a failure: what each of them saw, beside the reports. */
    void keepWhatTheySaw(String story) {
        for (Person person : all) {
            if (!person.page().isClosed()) {
                var file = Screens.folder("story-failures").resolve(story + "-" + person.role() + ".png");
                person.page().screenshot(new Page.ScreenshotOptions().setPath(file));
                System.err.println(
                        person.role() + " saw " + file + " at " + person.page().url() + " " + person.troubles());
            }
        }
    }

    static Path target() {
        return Installation.root().resolve("training/target");
    }

    @Override
    public void close() {
        all.forEach(Person::close);
        installation.nobodyWaits();
    }
}
