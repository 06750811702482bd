import { csrfToken, isAppleTouch, isHandheld, isTelephone, newKey, permissionOf, wasReloaded } from '../base/browser';
import { createScope, type Scope } from '../base/scope';
import { createStore } from '../base/store';
import { createKnockSound, type KnockSound } from '../day/knock-sound';
import { createAloud } from '../views/aloud';
import type { RoomContext } from '../views/context';
import { mount } from '../views/mount';
import { wordsFor, type Words } from '../words';
import { neverFromMemory } from '../page/idle';
import { announcePeople } from './announce';
import { createAway } from './away';
import { createCall, type Call } from './call';
import { createCamera } from './camera';
import { createDevices } from './devices';
import { endedBySystem, type Devices } from './device-state';
import { firstAsk } from './first-ask';
import { frameOf, stillOf, tooLong } from './frames';
import { createKnocks, postSentence, type Knocks } from './knocks';
import type { Socket, TicketAnswer } from './line';
import { askPatient, postDecision, postPicture } from './post';
import { createQuality } from './quality';
import { isOver } from './screens';
import { openSocket } from './socket';
import type { Prepared } from './sending';
import type { Settings } from './settings';
import { keepAwake } from './wake-lock';


/** What the day has ready when the press becomes the room in place. */
interface Ready {
  ticket?: string;
  socket?: Socket | undefined;
  stream?: Promise<MediaStream | null> | undefined;
  prepared?: Prepared | undefined;
}

async function fetchTicket(url: string): Promise<TicketAnswer> {
  try {
    const headers = { Accept: 'application/json', 'X-CSRF-TOKEN': csrfToken(document) };
    const response = await fetch(url, { method: 'POST', headers, redirect: 'error' });
    if (response.ok) return { kind: 'ticket', ticket: ((await response.json()) as { ticket: string }).ticket };
    return response.status >= 500 || response.status === 429 ? { kind: 'unreachable' } : { kind: 'refused' };
  } catch {
    return { kind: 'unreachable' };
  }
}

async function startDevices(devices: Devices, context: RoomContext, opened: boolean): Promise<void> {
  const reloaded = !opened && wasReloaded(performance);
  const permissions = reloaded ? await Promise.all([permissionOf('camera'), permissionOf('microphone')]) : [];
  switch (firstAsk(reloaded, permissions)) {
    case 'wait-for-press':
      context.waitsForPress.set(true);
      return;
    case 'say-and-ask':
      context.turnsOnAgain.set(context.words.reloadedTurningOn);
      await devices.actions.start();
      return;
    case 'ask':
      await devices.actions.start();
  }
}

/** The page is in view again: what the system ended meanwhile is asked for with a word where that is allowed, else by the button there. */
async function turnOnAgain({ call: { devices }, turnsOnAgain, words }: RoomContext): Promise<void> {
  const permissions = await Promise.all(endedBySystem(devices.state.get()).map(permissionOf));
  if (!permissions.every((permission) => permission === 'granted')) return;
  const ended = endedBySystem(devices.state.get());
  if (ended.length > 0) turnsOnAgain.set(words.turningOnAgain);
  if (ended.length > 1) await devices.actions.start();
  else for (const kind of ended) await devices.actions.restore(kind);
}

function whileAlive(scope: Scope, context: RoomContext): void {
  const { call } = context;
  const alive = scope.child();
  keepAwake(alive, document, (navigator as Partial<Pick<Navigator, 'wakeLock'>>).wakeLock);
  alive.listen(window, 'online', call.line.actions.hurry);
  alive.listen(document, 'visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    call.line.actions.hurry();
    void turnOnAgain(context);
  });
  call.state.follow(alive, ({ screen }) => {
    if (isOver(screen)) alive.end();
  });
}

/** Softly: half as loud as on the day. */
const SOFTLY = 0.5;

function knocksOf(scope: Scope, call: Call, words: Words): Knocks {
  const alive = scope.child();
  call.state.follow(alive, ({ screen }) => {
    if (isOver(screen)) alive.end();
  });
  let sound: KnockSound | null = null;
  return createKnocks(alive, {
    words,
    post: postSentence,
    ring: (volume) => {
      sound ??= createKnockSound(alive, () => new AudioContext(), Date.now);
      sound.volume((SOFTLY * volume) / 100);
      sound.sample();
    },
  });
}

/** Starts the call in this document: devices, socket, media, views. */
export function enterCall(root: HTMLElement, settings: Settings, ready: Ready = {}): Call {
  const scope = createScope();
  const media = (navigator as Partial<Pick<Navigator, 'mediaDevices'>>).mediaDevices ?? null;
  const devices = createDevices(scope, { media, permission: permissionOf, opened: ready.stream });
  const call = createCall(scope, {
    devices,
    away: createAway(scope, { page: document, window, handheld: isHandheld(navigator.userAgent, navigator.maxTouchPoints) }),
    pictures: {
      camera: createCamera({ devices, still: stillOf(), frame: frameOf, tooLong }),
      post: (key, photo, onProgress) => postPicture(settings.pictureUrl, key, photo, onProgress),
      decide: (id, decision) => postDecision(`${settings.pictureUrl}/${id}`, decision),
      patient: () => askPatient(settings.patientUrl),
    },
    openSocket,
    fetchTicket: () => fetchTicket(settings.ticketUrl),
    firstTicket: ready.ticket,
    firstSocket: ready.socket,
    random: Math.random,
    now: () => performance.now(),
    newKey,
    newPeer: (configuration) => new RTCPeerConnection(configuration),
    prepared: ready.prepared,
  });
  const words = wordsFor(settings.locale);
  const context: RoomContext = {
    call,
    settings,
    words,
    knocks: settings.role === 'professional' ? knocksOf(scope, call, words) : null,
    aloud: createAloud(),
    quality: createQuality(scope, call.peers).state,
    turnsOnAgain: createStore<string | null>(null),
    waitsForPress: createStore(false),
    soundBlocked: createStore(false),
    telephone: isTelephone(navigator.userAgent),
    appleTouch: isAppleTouch(navigator.userAgent, navigator.maxTouchPoints),
  };
  call.state.follow(scope, ({ screen }) => {
    if (screen.kind === 'closed' && screen.reason === 'parked') location.assign(settings.dayUrl);
  });
  mount(scope, root, context);
  announcePeople(scope, context);
  whileAlive(scope, context);
  neverFromMemory(scope, window);
  void startDevices(devices, context, ready.stream !== undefined);
  return call;
}
