import { createScope, type Scope } from '../base/scope';
import { h, setText } from '../views/dom';
import type { Words } from '../words';
import { createKnockSound, unlockByPress, type KnockSound } from './knock-sound';
import { showOver } from './over';

interface Signal {
  waits: boolean;
  /** Somebody has signed in again in this browser. */
  signedIn: boolean;
}

export type SignalAnswer = { kind: 'signal'; signal: Signal } | { kind: 'refused' } | { kind: 'unreachable' };

interface LockedInputs {
  words: Words;
  ask: () => Promise<SignalAnswer>;
  /** From when somebody waits, or null. */
  ring: (since: number | null) => void;
  backToDay: () => void;
  now: () => number;
}

const ASK_EVERY = 10_000;

async function askSignal(): Promise<SignalAnswer> {
  try {
    const response = await fetch('/min-dag/vantar', { headers: { Accept: 'application/json' }, redirect: 'error' });
    if (response.ok) return { kind: 'signal', signal: (await response.json()) as Signal };
    return response.status === 401 || response.status === 403 ? { kind: 'refused' } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** A screen that nobody is signed in at any longer: it names nobody, but goes on telling that somebody waits. */
export function watchLocked(scope: Scope, line: HTMLElement, { words, ask, ring, backToDay, now }: LockedInputs): void {
  let since: number | null = null;

  function tell(waits: boolean): void {
    since = waits ? (since ?? now()) : null;
    ring(since);
    setText(line, waits ? words.lockedWaits : '');
    document.title = waits ? words.lockedWaits : words.signedOutHeading;
  }
  async function look(): Promise<void> {
    const answer = await ask();
    if (scope.ended || answer.kind === 'unreachable') return;
    if (answer.kind === 'signal' && !answer.signal.signedIn) {
      tell(answer.signal.waits);
      return;
    }
    tell(false);
    scope.end();
    if (answer.kind === 'signal') backToDay();
    else setText(line, words.lockedSilent);
  }
  scope.every(ASK_EVERY, () => void look());
  void look();
}

/** @param volume null where nothing sounded before either */
export function lockDay(words: Words, volume: number | null): void {
  const scope = createScope();
  showOver(words, 'timed-out');
  const line = h('p', { class: 'locked-signal', role: 'status', 'data-locked': true });
  document.querySelector('[data-over] .actions')?.before(line);
  let sound: KnockSound | null = null;
  if (volume !== null) {
    sound = createKnockSound(scope, () => new AudioContext(), Date.now);
    sound.volume(volume);
    unlockByPress(scope, document, sound);
  }
  watchLocked(scope, line, {
    words,
    ask: askSignal,
    ring: (since) => { sound?.ring(since); },
    backToDay: () => { location.assign('/min-dag'); },
    now: Date.now,
  });
}
