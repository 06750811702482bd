import { shake } from '../base/browser';
import type { Scope } from '../base/scope';
import type { Readable } from '../base/store';
import { button, h, show } from '../views/dom';
import type { Words } from '../words';
import { createKnockSound, type KnockSound } from './knock-sound';
import type { Row } from './rows';

interface KnockInputs {
  words: Words;
  rows: Readable<readonly Row[]>;
  title: string;
}

const USUAL_VOLUME = 60;

/** Sound, notification and title while somebody waits whom nobody has taken. */
export function attachKnock(scope: Scope, { words, rows, title }: KnockInputs): void {
  const sound = createKnockSound(scope, () => new AudioContext(), Date.now);
  placeSettings(scope, words, sound);
  const aloud = h('p', { class: 'visually-hidden', role: 'status', 'data-announcement': true });
  document.getElementById('waiting')?.before(aloud);
  let known = new Set(rows.get().map(({ id }) => id));
  rows.follow(scope, (now) => {
    const waiting = now.filter(({ taken }) => !taken);
    document.title = words.dayTitle(waiting.length, title);
    sound.ring(waiting.length > 0 ? Math.min(...waiting.map(({ since }) => since)) : null);
    const fresh = waiting.some(({ id }) => !known.has(id));
    known = new Set(now.map(({ id }) => id));
    if (!fresh) return;
    aloud.textContent = words.somebodyWaitsCount(waiting.length);
    notify(words);
    shake([150, 100, 150]);
  });
  scope.onEnd(() => {
    document.title = title;
  });
}

const notices = (): typeof Notification | undefined => (globalThis as Partial<Pick<typeof globalThis, 'Notification'>>).Notification;

/** Without a name: a screen in a corridor is read by everybody. */
function notify(words: Words): void {
  const Notice = notices();
  if (Notice?.permission !== 'granted' || document.visibilityState === 'visible') return;
  try {
    const notice = new Notice(words.somebodyWaits, { tag: 'waiting' });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // Phones show notifications only from a service worker; sound and title remain.
  }
}

function noticeButton(scope: Scope, words: Words): HTMLElement {
  const Notice = notices();
  const ask = button(scope, { 'data-variant': 'tertiary', 'data-action': 'allow-notices' }, words.allowNotices, () => {
    void Notice?.requestPermission().then((answer) => {
      show(ask, answer === 'default');
    });
  });
  show(ask, Notice?.permission === 'default');
  return ask;
}

/** Beside the list, outside what is renewed: the button when the sound is off, how loud, notifications. */
function placeSettings(scope: Scope, words: Words, sound: KnockSound): void {
  const off = button(scope, { 'data-variant': 'primary', 'data-action': 'sound-on' }, words.soundOff, sound.unlock);
  const volume = h('input', { type: 'range', min: 0, max: 100, value: USUAL_VOLUME, id: 'knock-volume', 'data-volume': true });
  const listen = button(scope, { 'data-variant': 'tertiary', 'data-action': 'try-volume' }, words.tryVolume, sound.sample);
  const settings = h(
    'div',
    { class: 'knock-settings' },
    off,
    h('label', { for: 'knock-volume' }, words.volume),
    volume,
    listen,
    noticeButton(scope, words),
  );
  sound.volume(USUAL_VOLUME / 100);
  scope.listen(volume, 'input', () => {
    sound.volume(volume.valueAsNumber / 100);
  });
  sound.allowed.follow(scope, (allowed) => {
    show(off, !allowed);
  });
  for (const type of ['pointerdown', 'keydown']) scope.listen(document, type, sound.unlock);
  const host = document.querySelector('[data-knock-settings]');
  if (host) host.replaceChildren(settings);
  else document.getElementById('waiting')?.after(settings);
  scope.onEnd(() => {
    settings.remove();
  });
}
