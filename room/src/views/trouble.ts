import type { Scope } from '../base/scope';
import { isTrouble, type DeviceKind, type DeviceState, type DevicesState } from '../call/device-state';
import type { RoomContext } from './context';
import { button, h, keyed, setText } from './dom';

interface Remedy {
  id: string;
  text: string;
  again: readonly DeviceKind[];
}

type Texts = Pick<RoomContext, 'words' | 'appleTouch'>;

function textFor(kind: DeviceKind, state: DeviceState, { words, appleTouch }: Texts): string | null {
  const camera = kind === 'camera';
  switch (state) {
    case 'refused':
      if (appleTouch) return camera ? words.cameraRefusedApple : words.microphoneRefusedApple;
      return camera ? words.cameraRefused : words.microphoneRefused;
    case 'busy':
      return camera ? words.cameraBusy : words.microphoneBusy;
    case 'missing':
      return camera ? words.cameraMissing : words.microphoneMissing;
    case 'ended':
      return camera ? words.cameraEnded : words.microphoneEnded;
    case 'muted':
      return camera ? words.cameraMuted : words.microphoneMuted;
    case 'insecure':
      return words.insecure;
    case 'idle':
    case 'asking':
    case 'on':
    case 'off':
      return null;
  }
}

/** What is wrong with camera and microphone, and what to do about each; together when it is one and the same thing. */
export function remediesFor({ microphone, camera }: DevicesState, texts: Texts, again: string | null = null): Remedy[] {
  const { words, appleTouch } = texts;
  if (microphone === 'insecure' || camera === 'insecure') return [{ id: 'insecure', text: words.insecure, again: [] }];
  if (microphone === 'refused' && camera === 'refused') {
    return [{ id: 'both-refused', text: appleTouch ? words.bothRefusedApple : words.bothRefused, again: ['microphone', 'camera'] }];
  }
  const asking = [microphone, camera].filter((state) => state === 'asking').length;
  if (asking > 1 || (asking > 0 && again !== null)) return [{ id: 'asking', text: again ?? words.asking, again: [] }];
  const remedies: Remedy[] = [];
  for (const [kind, state] of [['microphone', microphone], ['camera', camera]] as const) {
    const text = textFor(kind, state, texts);
    if (text) remedies.push({ id: `${kind}-${state}`, text, again: isTrouble(state) || state === 'muted' ? [kind] : [] });
  }
  return remedies;
}

export function troubleView(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words, waitsForPress } = context;
  const list = h('div', { class: 'troubles', role: 'status' });
  const again = (kinds: readonly DeviceKind[]): void => {
    if (kinds.length > 1) void call.devices.actions.start();
    else for (const kind of kinds) void call.devices.actions.restore(kind);
  };
  const draw = keyed<Remedy, HTMLElement>(
    list,
    ({ id }) => id,
    ({ id, text, again: kinds }) =>
      h(
        'div',
        { class: 'trouble', 'data-trouble': id },
        h('p', {}, text),
        kinds.length > 0 ? button(scope, { 'data-variant': 'secondary', 'data-action': 'try-again' }, words.tryAgain, () => { again(kinds); }) : null,
      ),
    (element, { text }) => {
      if (element.firstElementChild) setText(element.firstElementChild, text);
    },
  );
  const press = pressToStart(scope, context);
  call.devices.state.follow(scope, (state) => {
    draw(remediesFor(state, context, context.turnsOnAgain.get()));
  });
  const box = h('div', { class: 'trouble-box' }, press, list);
  waitsForPress.follow(scope, (waits) => {
    press.hidden = !waits;
  });
  return box;
}

function pressToStart(scope: Scope, { call, words, waitsForPress }: RoomContext): HTMLElement {
  const start = button(scope, { 'data-variant': 'primary', 'data-action': 'turn-on-devices' }, words.reloadedPressButton, () => {
    waitsForPress.set(false);
    void call.devices.actions.start();
  });
  return h('div', { class: 'trouble', 'data-trouble': 'reloaded' }, h('p', {}, words.reloadedPress), start);
}
