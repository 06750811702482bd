import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createStore } from '../src/base/store';
import { createAway } from '../src/call/away';
import { createCall } from '../src/call/call';
import { endedBySystem } from '../src/call/device-state';
import { emptyWhenIdle, IDLE, neverFromMemory, NOTICE } from '../src/page/idle';
import { quietCall } from './fake-camera';
import { fakeDevices, FakePeer, FakeSocket, FakeTrack, news, settle, welcome } from './fakes';

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  readonly main = { replaceChildren: vi.fn() };

  querySelector(): unknown {
    return this.main;
  }

  shows(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const turn = (type: 'pagehide' | 'pageshow', persisted: boolean): Event => Object.assign(new Event(type), { persisted });

let scope: Scope;
let page: Page;
beforeEach(() => {
  vi.useFakeTimers();
  scope = createScope();
  page = new Page();
});
afterEach(() => {
  scope.end();
  vi.useRealTimers();
});

describe('a screen that is locked', () => {
  it('is told of by a tablet, and by no computer, which goes on behind other windows', () => {
    const tablet = createAway(scope, { page, window: new EventTarget(), handheld: true });
    const computer = createAway(scope, { page, window: new EventTarget(), handheld: false });
    page.shows('hidden');
    expect([tablet.get(), computer.get()]).toEqual([true, false]);
    page.shows('visible');
    expect(tablet.get()).toBe(false);
  });

  it('is not told of by a page that is closed or loaded again', () => {
    const window = new EventTarget();
    const away = createAway(scope, { page, window, handheld: true });
    window.dispatchEvent(turn('pagehide', false));
    page.shows('hidden');
    expect(away.get()).toBe(false);
  });

  it('has ended what must be asked for again, unless somebody had turned that off', () => {
    const [audio, video] = [new FakeTrack('audio'), new FakeTrack('video')];
    const state = { microphones: [], cameras: [], rear: false, audio: audio.asTrack(), video: video.asTrack() };
    expect(endedBySystem({ ...state, microphone: 'on', camera: 'muted' })).toEqual([]);
    expect(endedBySystem({ ...state, microphone: 'ended', camera: 'ended' })).toEqual(['microphone', 'camera']);
    video.enabled = false;
    expect(endedBySystem({ ...state, microphone: 'on', camera: 'ended' })).toEqual([]);
  });
});

describe('a call behind a locked screen', () => {
  let sockets: FakeSocket[] = [];

  function open() {
    const devices = fakeDevices();
    const away = createStore(false);
    sockets = [];
    const call = createCall(scope, {
      ...{ ...quietCall(), devices, away },
      openSocket: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
      fetchTicket: () => Promise.resolve({ kind: 'ticket', ticket: 'ticket' }),
      random: () => 0,
      now: () => Date.now(),
      newKey: () => 'key',
      newPeer: () => new FakePeer().asPeer(),
    });
    return { call, devices, away };
  }

  async function joined(): Promise<FakeSocket> {
    await settle();
    const socket = sockets.at(-1) ?? new FakeSocket();
    socket.opens();
    socket.says(welcome({ resumed: sockets.length > 1 }));
    socket.says(news({ seq: sockets.length, place: 2 }));
    return socket;
  }

  it('says once that the screen is locked, and once that it is back', async () => {
    const { away } = open();
    const socket = await joined();
    away.set(true);
    socket.says(news({ seq: 2 }));
    away.set(false);
    expect(socket.of('away')).toEqual([{ type: 'away', away: true }, { type: 'away', away: false }]);
  });

  it('keeps seat and place when its socket is lost, says again that the screen is locked, and asks for no camera', async () => {
    const { call, away, devices } = open();
    const first = await joined();
    away.set(true);
    first.breaks();
    await vi.advanceTimersByTimeAsync(300);
    const second = await joined();
    expect(second.of('away')).toEqual([{ type: 'away', away: true }]);
    expect(second.of('join')[0]?.connection).toBe('connection-1');
    expect(call.state.get().screen).toMatchObject({ kind: 'waiting', place: 2 });
    expect(devices.asked).toBe(0);
  });
});

describe('a page that nobody touches', () => {
  const form = () => ({ hidden: true, submit: vi.fn() });
  const watch = (watched: ReturnType<typeof form>): void => {
    emptyWhenIdle(scope, page as unknown as Document, watched as unknown as HTMLFormElement);
  };

  it('says so half a minute before, and is empty and on its way after five minutes, once', () => {
    const emptying = form();
    watch(emptying);
    vi.advanceTimersByTime(IDLE - NOTICE - 1000);
    expect(emptying.hidden).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(emptying.hidden).toBe(false);
    expect(emptying.submit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(NOTICE);
    expect(page.main.replaceChildren).toHaveBeenCalledWith(emptying);
    vi.advanceTimersByTime(IDLE);
    expect(emptying.submit).toHaveBeenCalledOnce();
  });

  it.each(['pointerdown', 'keydown', 'input', 'scroll', 'wheel'])('stays when there is a sign of somebody: %s', (sign) => {
    const emptying = form();
    watch(emptying);
    vi.advanceTimersByTime(IDLE - 5_000);
    page.dispatchEvent(new Event(sign));
    expect(emptying.hidden).toBe(true);
    vi.advanceTimersByTime(IDLE - 5_000);
    expect(emptying.submit).not.toHaveBeenCalled();
  });

  it('is empty at once on a device that has slept, before the first touch counts', () => {
    const emptying = form();
    watch(emptying);
    vi.setSystemTime(Date.now() + IDLE);
    page.dispatchEvent(new Event('pointerdown'));
    expect(emptying.submit).toHaveBeenCalledOnce();
  });

  it('is loaded again when somebody goes back to it', () => {
    const reload = vi.fn();
    const window = Object.assign(new EventTarget(), { location: { reload } });
    neverFromMemory(scope, window as unknown as Window);
    window.dispatchEvent(turn('pageshow', false));
    expect(reload).not.toHaveBeenCalled();
    window.dispatchEvent(turn('pageshow', true));
    expect(reload).toHaveBeenCalledOnce();
  });
});
