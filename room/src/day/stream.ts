import type { Scope } from '../base/scope';
import { h } from '../views/dom';
import type { Words } from '../words';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10_000;
/** A blink of the network is not worth a word. */
const SAY_AFTER = 1500;

/** The day's news. The browser reconnects by itself after a lost network, but gives up after an answer with an error: then we begin anew. */
export function followEvents(scope: Scope, { words, onWaiting }: { words: Words; onWaiting: (html: string) => void }): void {
  const line = h('p', { class: 'reconnecting', role: 'status', 'data-reconnecting': true });
  document.getElementById('waiting')?.before(line);
  let source: EventSource | null = null;
  let wait = FIRST_WAIT;
  let forget = (): void => undefined;

  const wellAgain = (): void => {
    forget();
    forget = () => undefined;
    wait = FIRST_WAIT;
    line.textContent = '';
  };

  function lost(): void {
    forget();
    forget = scope.after(SAY_AFTER, () => {
      line.textContent = words.listReconnecting;
    });
    if (source?.readyState !== EventSource.CLOSED) return;
    scope.after(wait, open);
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }

  function open(): void {
    source?.close();
    const opened = new EventSource('/min-dag/handelser');
    source = opened;
    opened.onopen = wellAgain;
    opened.onerror = lost;
    opened.addEventListener('waiting', ({ data }: MessageEvent<string>) => {
      wellAgain();
      onWaiting(data);
    });
  }

  scope.onEnd(() => {
    source?.close();
    line.remove();
  });
  open();
}
