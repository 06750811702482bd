import { csrfToken } from '../base/browser';
import type { Scope } from '../base/scope';
import type { Readable } from '../base/store';
import { button, h, show } from '../views/dom';
import type { Words } from '../words';
import { unlockByPress, type KnockSound } from './knock-sound';

interface KnockSettingsInputs {
  words: Words;
  sound: KnockSound;
  onDuty: Readable<boolean>;
}

/** As the server has them: below this a knock would not be heard. */
const LOWEST = 10;
const USUAL = 60;

export const notices = (): typeof Notification | undefined =>
  (globalThis as Partial<Pick<typeof globalThis, 'Notification'>>).Notification;

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

/** Kept by the server for this person, since the computer is shared. Not reaching it costs only the remembering. */
function keep(volume: number): void {
  void fetch('/min-dag/ljud', {
    method: 'POST',
    headers: { 'X-CSRF-TOKEN': csrfToken(document) },
    body: new URLSearchParams({ styrka: String(volume) }),
    keepalive: true,
  }).catch(() => undefined);
}

function volumeSlider(scope: Scope, sound: KnockSound, value: number): HTMLInputElement {
  const slider = h('input', { type: 'range', min: LOWEST, max: 100, step: 5, value, id: 'knock-volume', 'data-volume': true });
  sound.volume(value / 100);
  scope.listen(slider, 'input', () => {
    sound.volume(slider.valueAsNumber / 100);
  });
  scope.listen(slider, 'change', () => {
    keep(slider.valueAsNumber);
  });
  return slider;
}

/** Above the list, since without it nobody hears a knock. */
function placeSoundOff(scope: Scope, { words, sound, onDuty }: KnockSettingsInputs): void {
  const off = button(scope, { 'data-variant': 'primary', 'data-action': 'sound-on' }, words.soundOff, sound.unlock);
  const draw = (): void => {
    show(off, onDuty.get() && !sound.allowed.get());
  };
  sound.allowed.follow(scope, draw);
  onDuty.follow(scope, draw);
  unlockByPress(scope, document, sound);
  document.querySelector('[data-sound-off]')?.replaceChildren(off);
  scope.onEnd(() => {
    off.remove();
  });
}

/** The button when the sound is off; and in a panel of their own, how loud and notifications. Only script can sound, so only script shows them. */
export function placeKnockSettings(scope: Scope, inputs: KnockSettingsInputs): void {
  const { words, sound } = inputs;
  placeSoundOff(scope, inputs);
  const host = document.querySelector<HTMLElement>('[data-knock-settings]');
  const panel = host?.closest('section');
  if (!host || !panel) return;
  host.replaceChildren(
    h('label', { for: 'knock-volume' }, words.volume),
    volumeSlider(scope, sound, Number(host.dataset['volume'] ?? USUAL)),
    button(scope, { 'data-variant': 'tertiary', 'data-action': 'try-volume' }, words.tryVolume, sound.sample),
    noticeButton(scope, words),
  );
  show(panel, true);
  scope.onEnd(() => {
    host.replaceChildren();
  });
}
