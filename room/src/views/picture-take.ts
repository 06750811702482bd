import type { Scope } from '../base/scope';
import { SHORTEST_LONG_SIDE, type Photo, type Taking } from '../call/pictures';
import { flipButton } from './choices';
import type { RoomContext } from './context';
import { button, h, setText, show } from './dom';
import { whoAsks } from './people';

/** What the one at the device sees, from the question to "skickad". Each step has one button that is the usual one. */
export function pictureTakeView(scope: Scope, context: RoomContext): HTMLElement {
  const { state } = context.call.pictures;
  const box = h('div', { class: 'picture-take' });
  const sight = photoView(scope, context);
  let shown = '';
  let part = scope.child();
  state.follow(scope, ({ taking, wanted }) => {
    if (!('photo' in taking)) sight.forget();
    const step = taking.kind === 'idle' ? (wanted ? 'wanted' : 'nothing') : sameSight(taking.kind);
    if (step === shown) return;
    const pressed = box.contains(document.activeElement);
    shown = step;
    part.end();
    part = scope.child();
    box.dataset['step'] = step;
    box.replaceChildren(...stepView(part, context, step, 'photo' in taking ? { photo: taking.photo, sight: sight.of(taking.photo) } : null));
    if (pressed) box.querySelector<HTMLElement>('h2')?.focus();
  });
  return box;
}

/** The film goes on while the picture is taken, and the picture stays while it is sent. */
const sameSight = (kind: Taking['kind']): string => (kind === 'exposing' ? 'aiming' : kind === 'not-sent' ? 'sending' : kind);

const heading = (text: string): HTMLElement => h('h2', { tabindex: -1 }, text);

/** What was taken, and where it is seen. */
interface Taken {
  photo: Photo;
  sight: HTMLElement;
}

function stepView(scope: Scope, context: RoomContext, step: string, taken: Taken | null): Node[] {
  const { words } = context;
  switch (step) {
    case 'wanted':
      return wantedView(scope, context);
    case 'aiming':
      return aimingView(scope, context);
    case 'taken':
      return taken ? takenView(scope, context, taken) : [];
    case 'sending':
      return taken ? sendingView(scope, context, taken) : [];
    case 'no-picture':
      return [heading(words.noPicture), h('p', {}, words.noPictureDo), row(again(scope, context, words.tryAgain, 'primary'), drop(scope, context, words.cancel))];
    case 'sent':
      return [heading(words.pictureSent), h('p', {}, words.pictureNotKeptHere)];
    default:
      return [];
  }
}

const row = (...buttons: HTMLElement[]): HTMLElement => h('div', { class: 'picture-buttons' }, ...buttons);

function drop(scope: Scope, { call }: RoomContext, label: string): HTMLElement {
  return button(scope, { 'data-variant': 'tertiary', 'data-action': 'drop-picture' }, label, () => { void call.pictures.actions.drop(); });
}

function again(scope: Scope, { call }: RoomContext, label: string, variant: string): HTMLElement {
  return button(scope, { 'data-variant': variant, 'data-action': 'retake' }, label, () => { void call.pictures.actions.aim(); });
}

function wantedView(scope: Scope, context: RoomContext): Node[] {
  const { call, words } = context;
  const take = button(scope, { 'data-variant': 'primary', 'data-action': 'take-picture' }, words.takePicture, () => { void call.pictures.actions.aim(); });
  return [heading(words.wantsPicture(whoAsks(context))), row(take, drop(scope, context, words.notNow))];
}

function aimingView(scope: Scope, context: RoomContext): Node[] {
  const { call, words } = context;
  const { actions, state } = call.pictures;
  const video = h('video', { autoplay: true, playsinline: true, class: 'picture-finder' });
  video.muted = true;
  let track: MediaStreamTrack | null = null;
  call.devices.state.follow(scope, (devices) => {
    if (devices.video === track) return;
    track = devices.video;
    video.srcObject = track ? new MediaStream([track]) : null;
  });
  scope.onEnd(() => { video.srcObject = null; });
  const shoot = button(scope, { 'data-variant': 'primary', 'data-action': 'shoot' }, words.shoot, () => { void actions.shoot(); });
  const light = button(scope, { 'data-variant': 'secondary', 'data-action': 'torch' }, '', () => {
    const { taking } = state.get();
    void actions.light(taking.kind === 'aiming' && !taking.torch);
  });
  state.follow(scope, ({ taking }) => {
    const torch = taking.kind === 'aiming' ? taking.torch : null;
    show(light, torch !== null);
    setText(light, torch ? words.torchOff : words.torchOn);
    setText(shoot, taking.kind === 'exposing' ? words.holdStill : words.shoot);
  });
  return [heading(words.aimHere), video, row(shoot, light, flipButton(scope, context), drop(scope, context, words.cancel))];
}

/** The picture itself, one sight of it from when it is taken until it is sent, so that it is decoded once; its address in memory is taken back after. */
function photoView(scope: Scope, { words }: RoomContext): { of: (photo: Photo) => HTMLElement; forget: () => void } {
  let kept: (Taken & { address: string }) | null = null;
  const forget = (): void => {
    if (kept) URL.revokeObjectURL(kept.address);
    kept = null;
  };
  scope.onEnd(forget);
  return {
    of: (photo) => {
      if (kept?.photo !== photo) {
        forget();
        const address = URL.createObjectURL(photo.blob);
        kept = { photo, address, sight: h('img', { class: 'picture-taken', src: address, alt: words.pictureTaken }) };
      }
      return kept.sight;
    },
    forget,
  };
}

function takenView(scope: Scope, context: RoomContext, { photo, sight }: Taken): Node[] {
  const { call, words } = context;
  const small = Math.max(photo.width, photo.height) < SHORTEST_LONG_SIDE;
  const send = button(scope, { 'data-variant': 'primary', 'data-action': 'send-picture' }, words.sendPicture, () => { void call.pictures.actions.post(); });
  return [
    heading(words.pictureGood),
    sight,
    small ? h('p', { class: 'picture-warning', 'data-small': true }, words.pictureSmall(photo.width, photo.height)) : '',
    row(send, again(scope, context, words.retake, 'secondary'), drop(scope, context, words.throwAway)),
  ].filter((part): part is HTMLElement => part !== '');
}

function sendingView(scope: Scope, context: RoomContext, { sight }: Taken): Node[] {
  const { call, words } = context;
  const progress = h('progress', { max: 1, value: 0, 'aria-label': words.pictureSending });
  const how = h('p', { role: 'status' });
  const retry = button(scope, { 'data-variant': 'primary', 'data-action': 'send-again' }, words.tryAgain, () => { void call.pictures.actions.post(); });
  call.pictures.state.follow(scope, ({ taking }) => {
    const stopped = taking.kind === 'not-sent';
    show(progress, !stopped);
    show(retry, stopped);
    if (stopped) setText(how, taking.why ?? words.pictureNotSent);
    if (taking.kind !== 'sending') return;
    progress.value = taking.progress;
    setText(how, taking.again ? words.pictureSendingAgain : words.pictureSending);
  });
  return [heading(words.pictureOnItsWay), sight, progress, how, row(retry, drop(scope, context, words.throwAway))];
}
