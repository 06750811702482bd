import { shake } from '../base/browser';
import type { Scope } from '../base/scope';
import type { Readable } from '../base/store';
import { h } from '../views/dom';
import type { Words } from '../words';
import { notices, placeKnockSettings } from './knock-settings';
import { createKnockSound } from './knock-sound';
import type { Row } from './rows';

interface KnockInputs {
  words: Words;
  rows: Readable<readonly Row[]>;
  /** Emergencies in calls that go on. */
  acute: Readable<readonly Row[]>;
  onDuty: Readable<boolean>;
  title: string;
}

const untaken = (rows: readonly Row[]): Row[] => rows.filter(({ taken }) => !taken);

/** Those who sound here: off duty only those for whom cover is sought. */
const sounding = (rows: readonly Row[], onDuty: boolean): Row[] =>
  untaken(rows).filter(({ sound }) => sound === 'always' || (onDuty && sound === 'on-duty'));

/** From when the sound counts. */
export function ringsSince(rows: readonly Row[], onDuty: boolean): number | null {
  const heard = sounding(rows, onDuty);
  return heard.length > 0 ? Math.min(...heard.map(({ since }) => since)) : null;
}

/** Sound, notification and title while somebody waits whom nobody has taken. */
export function attachKnock(scope: Scope, { words, rows, acute, onDuty, title }: KnockInputs): void {
  const sound = createKnockSound(scope, () => new AudioContext(), Date.now);
  placeKnockSettings(scope, { words, sound, onDuty });
  const aloud = h('p', { class: 'visually-hidden', role: 'status', 'data-announcement': true });
  document.getElementById('waiting')?.before(aloud);
  const ring = (): void => { sound.ring(ringsSince([...acute.get(), ...rows.get()], onDuty.get())); };
  const heardNow = (): Set<string> => new Set(sounding(rows.get(), onDuty.get()).map(({ id }) => id));
  let known = heardNow();
  rows.follow(scope, (now) => {
    const waiting = untaken(now);
    document.title = words.dayTitle(waiting.length, title);
    ring();
    const heard = heardNow();
    const fresh = [...heard].some((id) => !known.has(id));
    known = heard;
    if (!fresh) return;
    aloud.textContent = words.somebodyWaitsCount(waiting.length);
    notify(words.somebodyWaits);
    shake([150, 100, 150]);
  });
  onDuty.follow(scope, ring);
  let acuteKnown = new Set<string>();
  acute.follow(scope, (now) => {
    ring();
    const fresh = untaken(now).some(({ id }) => !acuteKnown.has(id));
    acuteKnown = new Set(now.map(({ id }) => id));
    if (!fresh || !onDuty.get()) return;
    aloud.textContent = words.acuteNow;
    notify(words.acuteNow);
    shake([200, 100, 200, 100, 200]);
  });
  scope.onEnd(() => {
    document.title = title;
  });
}

/** Without a name: a screen in a corridor is read by everybody. */
function notify(text: string): void {
  const Notice = notices();
  if (Notice?.permission !== 'granted' || document.visibilityState === 'visible') return;
  try {
    const notice = new Notice(text, { tag: 'waiting' });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // Phones show notifications only from a service worker; sound and title remain.
  }
}
