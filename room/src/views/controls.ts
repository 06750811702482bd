import type { Scope } from '../base/scope';
import { isTrouble, type DeviceKind, type DeviceState } from '../call/device-state';
import type { Words } from '../words';
import type { RoomContext } from './context';
import { h, setAttribute, setText, show } from './dom';
import { changeIcon, icon, type IconName } from './icons';

interface ControlsInputs {
  textOpen: { toggle: () => void };
  openMore: () => void;
  openLeave: () => void;
}

interface Control {
  element: HTMLButtonElement;
  label: HTMLElement;
  picture: SVGSVGElement;
}

function control(scope: Scope, action: string, name: IconName, word: string, press: () => void): Control {
  const picture = icon(name);
  const label = h('span', { class: 'control-word' }, word);
  const element = h('button', { type: 'button', class: 'call-control', 'data-action': action }, picture, label);
  scope.listen(element, 'click', press);
  return { element, label, picture };
}

export function deviceWord(words: Words, kind: DeviceKind, state: DeviceState): string {
  const camera = kind === 'camera';
  switch (state) {
    case 'on':
      return camera ? words.cameraOn : words.microphoneOn;
    case 'off':
    case 'idle':
      return camera ? words.cameraOff : words.microphoneOff;
    case 'asking':
      return camera ? words.cameraAsking : words.microphoneAsking;
    case 'muted':
      return camera ? words.cameraHeld : words.microphoneHeld;
    case 'missing':
    case 'insecure':
      return camera ? words.cameraNotFound : words.microphoneNotFound;
    case 'busy':
      return camera ? words.cameraInUse : words.microphoneInUse;
    case 'refused':
      return camera ? words.cameraNotAllowed : words.microphoneNotAllowed;
    case 'ended':
      return camera ? words.cameraGone : words.microphoneGone;
  }
}

function deviceControl(scope: Scope, { call, words, waitsForPress }: RoomContext, kind: DeviceKind): HTMLButtonElement {
  const { actions, state } = call.devices;
  const made = control(scope, kind, kind, '', () => {
    const now = state.get()[kind];
    if (waitsForPress.get()) {
      waitsForPress.set(false);
      void actions.start();
    } else if (isTrouble(now) && now !== 'insecure') void actions.restore(kind);
    else actions.toggle(kind);
  });
  state.follow(scope, (devices) => {
    const now = devices[kind];
    setText(made.label, deviceWord(words, kind, now));
    setAttribute(made.element, 'data-state', now);
    changeIcon(made.picture, now === 'on' ? kind : `${kind}Off`);
  });
  return made.element;
}

/** The five controls, always in the same place and the same order. */
export function controlsView(scope: Scope, context: RoomContext, inputs: ControlsInputs): HTMLElement {
  const { call, words } = context;
  const unreadMark = h('span', { class: 'unread', 'aria-hidden': 'true', hidden: true });
  const text = control(scope, 'text', 'text', words.text, inputs.textOpen.toggle);
  text.element.append(unreadMark);
  call.conversation.state.follow(scope, ({ unread }) => {
    show(unreadMark, unread > 0);
    setText(unreadMark, String(unread));
    setAttribute(text.element, 'aria-label', unread > 0 ? words.textUnread(unread) : words.text);
    setAttribute(text.element, 'data-unread', unread);
  });
  return h(
    'div',
    { class: 'call-controls', role: 'group', 'aria-label': words.controls },
    deviceControl(scope, context, 'microphone'),
    deviceControl(scope, context, 'camera'),
    text.element,
    control(scope, 'more', 'more', words.more, inputs.openMore).element,
    control(scope, 'leave', 'leave', words.leave, inputs.openLeave).element,
  );
}
