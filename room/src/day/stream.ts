import { csrfToken } from '../base/browser';
import type { Scope } from '../base/scope';
import { h } from '../views/dom';
import type { Words } from '../words';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10_000;
/** A blink of the network is not worth a word. */
const SAY_AFTER = 1500;

interface Listening {
  words: Words;
  /** Where the news comes from. */
  address?: string;
  onWaiting: (news: string) => void;
  onAcute?: (html: string) => void;
  /** Calls of one's own: parked, or asked into. */
  onCalls?: (html: string) => void;
  /** Nobody is signed in under this page any longer; nothing more comes. */
  onOver: (reason: string) => void;
}

/** Says that the page is here. The server counts it for those on duty only, so that their sign-in lasts while they listen. */
async function sayThere(): Promise<'well' | 'signed-out'> {
  try {
    const headers = { Accept: 'application/json', 'X-CSRF-TOKEN': csrfToken(document) };
    const { status } = await fetch('/min-dag/puls', { method: 'POST', headers, redirect: 'error' });
    return status === 401 || status === 403 ? 'signed-out' : 'well';
  } catch {
    return 'well';
  }
}

/** The day's news. The browser reconnects by itself after a lost network, but gives up after an answer with an error: then we begin anew. */
export function followEvents(scope: Scope, { words, address = '/min-dag/handelser', onWaiting, onAcute, onCalls, onOver }: Listening): void {
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

  const over = (reason: string): void => {
    source?.close();
    if (!scope.ended) onOver(reason);
  };

  /** A stream that was refused may have been so because the sign-in is over. */
  const tryAgain = async (): Promise<void> => {
    if ((await sayThere()) === 'signed-out') over('timed-out');
    else if (!scope.ended) open();
  };

  function lost(): void {
    forget();
    forget = scope.after(SAY_AFTER, () => {
      line.textContent = words.listReconnecting;
    });
    if (source?.readyState !== EventSource.CLOSED) return;
    scope.after(wait, () => void tryAgain());
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }

  function open(): void {
    source?.close();
    const opened = new EventSource(address);
    source = opened;
    opened.onopen = wellAgain;
    opened.onerror = lost;
    opened.addEventListener('there', () => void sayThere());
    opened.addEventListener('over', ({ data }: MessageEvent<string>) => { over(data); });
    opened.addEventListener('calls', ({ data }: MessageEvent<string>) => { onCalls?.(data); });
    opened.addEventListener('acute', ({ data }: MessageEvent<string>) => { onAcute?.(data); });
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
