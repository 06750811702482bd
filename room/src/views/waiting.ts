import type { Scope } from '../base/scope';
import type { Step } from '../messages';
import { createLevel } from '../call/level';
import type { RoomContext } from './context';
import { choicesView, flipButton } from './choices';
import { clock } from './clock';
import { button, h, setText, show } from './dom';
import { phoneNumber } from './phone';

const HEARD = 0.02;

function levelMeter(scope: Scope, { call, words }: RoomContext): HTMLElement {
  const meter = h('meter', { min: 0, max: 1, value: 0, 'aria-label': words.level, class: 'sound-level' });
  const said = h('p', { class: 'level-word' }, words.levelSilent);
  const box = h('div', { class: 'level-box' }, meter, said);
  const level = createLevel(scope, { peers: call.peers, track: () => call.devices.state.get().audio });
  level.follow(scope, (value) => {
    meter.value = Math.min(1, Math.sqrt(value) * 1.5);
    if (value > HEARD) setText(said, words.levelHeard);
  });
  call.devices.state.follow(scope, ({ microphone }) => {
    show(box, microphone === 'on');
  });
  return box;
}

function phoneBox(context: RoomContext): { element: HTMLElement; update: (phone: string | null) => void } {
  const slot = h('span', {});
  const element = h('p', { class: 'rather-phone', hidden: true }, `${context.words.ratherPhone} `, slot);
  return {
    element,
    update(phone) {
      show(element, phone !== null);
      if (phone !== null && slot.textContent !== phone) slot.replaceChildren(phoneNumber(context, phone));
    },
  };
}

function said({ words, settings }: RoomContext, { kind, unit, at }: Step, waitsFor: string): string {
  const time = clock(at, settings.locale);
  switch (kind) {
    case 'NOBODY':
      return words.nobodyReachable(time);
    case 'COVER':
      return unit === waitsFor ? words.soughtOffDuty(time, unit) : words.soughtCover(time, unit);
    case 'HEAD':
      return words.soughtHead(time, unit);
  }
}

/** Each step that was taken because nobody answered, in order; a new one is read aloud. */
function stepsBox(context: RoomContext): { element: HTMLElement; update: (steps: readonly Step[], waitsFor: string) => void } {
  const list = h('ul', {});
  const element = h('div', { class: 'call-steps', role: 'status', hidden: true }, list);
  return {
    element,
    update(steps, waitsFor) {
      show(element, steps.length > 0);
      for (const step of steps.slice(list.childElementCount)) list.append(h('li', {}, said(context, step, waitsFor)));
    },
  };
}

/** Where one stands while nobody has answered: the place, the time, what works, whom to phone. */
export function waitingView(scope: Scope, context: RoomContext, openDisturbance: () => void): HTMLElement {
  const { call, words, settings } = context;
  const heading = h('h1', { tabindex: -1 }, words.waitingFor(settings.unit));
  const place = h('p', { class: 'call-place', role: 'status', 'data-place': '' });
  const waited = h('p', { class: 'call-waited' });
  const phone = phoneBox(context);
  const steps = stepsBox(context);

  function draw(): void {
    const { screen } = call.state.get();
    if (screen.kind !== 'waiting') return;
    setText(heading, words.waitingFor(screen.unit?.name ?? settings.unit));
    setText(place, screen.place === null ? '' : screen.place === 1 ? words.placeNext : words.placeNumber(screen.place));
    place.dataset['place'] = String(screen.place ?? '');
    const since = screen.since === null ? null : Math.max(0, Date.now() - Date.parse(screen.since));
    setText(waited, since === null ? '' : words.waited(Math.floor(since / 60_000)));
    steps.update(screen.steps, screen.unit?.name ?? settings.unit);
    phone.update(screen.unit?.phone ?? settings.phone);
  }
  call.state.follow(scope, draw);
  scope.every(5000, draw);
  return h(
    'section',
    { class: 'call-waiting' },
    heading,
    h('div', { class: 'call-place-box' }, place, waited),
    steps.element,
    h('p', {}, words.staysAwake),
    phone.element,
    button(scope, { 'data-variant': 'tertiary', 'data-action': 'disturbance' }, words.disturbance, openDisturbance),
    h('p', { class: 'call-life' }, words.life),
  );
}

/** Under one's own picture: whether the microphone hears, and the other cameras and microphones there are. */
export function checkView(scope: Scope, context: RoomContext): HTMLElement {
  return h(
    'section',
    { class: 'call-check' },
    h('h2', {}, context.words.checkHeading),
    levelMeter(scope, context),
    flipButton(scope, context),
    choicesView(scope, context),
  );
}
