package se.vardmote.stories;

import java.util.List;

/** A page whose owner writes without end, through the page's own field, and what came of it. */
final class Writing {
    private static final int PAUSE_MILLIS = 200;

    /**
     * Notes when a line is written and when it is acknowledged. What a killed server delays is not held against it: a
     * line whose connection is lost, and one that stands behind lines from before the server was back.
     */
    private static final String START = """
            ([who, pause]) => {
              const writing = { sent: [], acknowledged: new Map(), slowest: 0 };
              const pending = new Map();
              const root = document.getElementById('call-root');
              const acknowledge = (entry) => {
                if (!(entry instanceof HTMLElement) || !entry.matches('.call-entry[data-entry=said][data-own]')) return;
                const text = entry.querySelector('.entry-text').textContent;
                if (writing.acknowledged.has(text)) return;
                writing.acknowledged.set(text, entry.dataset.key);
                if (pending.has(text)) writing.slowest = Math.max(writing.slowest, performance.now() - pending.get(text));
                pending.delete(text);
              };
              const look = (changes) => {
                if (root.dataset.connection !== 'open') pending.clear();
                for (const { addedNodes } of changes) addedNodes.forEach(acknowledge);
              };
              new MutationObserver(look).observe(root, { subtree: true, childList: true, attributes: true });
              const form = document.querySelector('[data-form=say]');
              const timer = setInterval(() => {
                const text = `${who} skriver rad ${writing.sent.length + 1}`;
                writing.sent.push(text);
                const dammedUp = root.querySelector('.call-entry[data-entry=sending]') !== null && pending.size === 0;
                if (root.dataset.connection === 'open' && !dammedUp) pending.set(text, performance.now());
                form.querySelector('textarea').value = text;
                form.requestSubmit();
              }, pause);
              writing.stop = () => clearInterval(timer);
              globalThis.vardmoteWriting = writing;
            }""";

    private final Person person;

    private Writing(Person person) {
        this.person = person;
    }

    /** Five lines a second from now on. */
    static Writing begin(Person person) {
        person.page().evaluate(START, List.of(person.role(), PAUSE_MILLIS));
        return new Writing(person);
    }

    int acknowledged() {
        return (int) person.number("vardmoteWriting.acknowledged.size");
    }

    void awaitMore(int lines) {
        person.awaitTrue("vardmoteWriting.acknowledged.size >= " + (acknowledged() + lines));
    }

    /** Stops, and waits until the last line has come through. */
    void end() {
        person.page().evaluate("vardmoteWriting.stop()");
        person.awaitTrue("document.querySelectorAll('.call-entry[data-entry=sending]').length === 0");
    }

    List<String> sentLines() {
        return texts("vardmoteWriting.sent");
    }

    List<String> acknowledgedLines() {
        return texts("vardmoteWriting.sent.filter(text => vardmoteWriting.acknowledged.has(text))");
    }

    /** The longest wait for an acknowledgement on a connection that lived, in milliseconds. */
    double slowestMillis() {
        return person.number("vardmoteWriting.slowest");
    }

    private List<String> texts(String expression) {
        return person.page().evaluate(expression) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
