import { csrfToken, isAppleTouch, isTelephone, newKey, permissionOf, wasReloaded } from '../base/browser';
import { createScope, type Scope } from '../base/scope';
import { createStore } from '../base/store';
import { createAloud } from '../views/aloud';
import type { RoomContext } from '../views/context';
import { mount } from '../views/mount';
import { wordsFor } from '../words';
import { announcePeople } from './announce';
import { createCall, type Call } from './call';
import { createCamera } from './camera';
import { createDevices } from './devices';
import type { Devices } from './device-state';
import { firstAsk } from './first-ask';
import { frameOf, stillOf, tooLong } from './frames';
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
      context.turnsOnAgain.set(true);
      await devices.actions.start();
      return;
    case 'ask':
      await devices.actions.start();
  }
}

function whileAlive(scope: Scope, call: Call): void {
  const alive = scope.child();
  keepAwake(alive, document, (navigator as Partial<Pick<Navigator, 'wakeLock'>>).wakeLock);
  alive.listen(window, 'online', call.line.actions.hurry);
  alive.listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') call.line.actions.hurry();
  });
  call.state.follow(alive, ({ screen }) => {
    if (isOver(screen)) alive.end();
  });
}

/** Starts the call in this document: devices, socket, media, views. */
export function enterCall(root: HTMLElement, settings: Settings, ready: Ready = {}): Call {
  const scope = createScope();
  const media = (navigator as Partial<Pick<Navigator, 'mediaDevices'>>).mediaDevices ?? null;
  const devices = createDevices(scope, { media, permission: permissionOf, opened: ready.stream });
  const call = createCall(scope, {
    devices,
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
  const context: RoomContext = {
    call,
    settings,
    words: wordsFor(settings.locale),
    aloud: createAloud(),
    quality: createQuality(scope, call.peers).state,
    turnsOnAgain: createStore(false),
    waitsForPress: createStore(false),
    soundBlocked: createStore(false),
    telephone: isTelephone(navigator.userAgent),
    appleTouch: isAppleTouch(navigator.userAgent, navigator.maxTouchPoints),
  };
  mount(scope, root, context);
  announcePeople(scope, context);
  whileAlive(scope, call);
  void startDevices(devices, context, ready.stream !== undefined);
  return call;
}
