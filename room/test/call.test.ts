import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createCall } from '../src/call/call';
import { picturesOfNobody } from './fake-camera';
import { fakeDevices, FakePeer, FakeSocket, news, person, settle, welcome } from './fakes';

let scope: Scope;
let sockets: FakeSocket[];
let made: FakePeer[];

function open() {
  const devices = fakeDevices();
  let key = 0;
  const call = createCall(scope, {
    ...{ devices, ...picturesOfNobody() },
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    fetchTicket: () => Promise.resolve({ kind: 'ticket', ticket: 'ticket' }),
    random: () => 0,
    now: () => Date.now(),
    newKey: () => `key-${(key += 1)}`,
    newPeer: () => {
      const peer = new FakePeer();
      made.push(peer);
      return peer.asPeer();
    },
  });
  return { call, devices, screen: () => call.state.get().screen };
}

async function join(index: number, change: Parameters<typeof welcome>[0] = {}): Promise<FakeSocket> {
  await settle();
  const socket = sockets[index];
  if (!socket) throw new Error(`no socket ${index}`);
  socket.opens();
  socket.says(welcome(change));
  return socket;
}

async function reconnect(index: number, change: Parameters<typeof welcome>[0] = {}): Promise<FakeSocket> {
  sockets[index - 1]?.breaks();
  await vi.advanceTimersByTimeAsync(300);
  return join(index, change);
}

beforeEach(() => {
  vi.useFakeTimers();
  scope = createScope();
  sockets = [];
  made = [];
});
afterEach(() => {
  scope.end();
  vi.useRealTimers();
});

describe('a call', () => {
  it('goes from joining through waiting to the room, publishing while it waits', async () => {
    const { screen } = open();
    expect(screen()).toEqual({ kind: 'joining' });
    const socket = await join(0);
    socket.says(news());
    expect(screen()).toMatchObject({ kind: 'waiting', place: 1 });
    await settle();
    expect(socket.of('offer')).toHaveLength(1);
    socket.says(news({ seq: 2, stage: 'admitted', startedAt: '2026-03-02T21:05:00Z', mayEndForAll: true }));
    expect(screen()).toEqual({ kind: 'room', startedAt: '2026-03-02T21:05:00Z', mayEndForAll: true });
    await settle();
    expect(socket.of('offer')).toHaveLength(1);
  });

  it('publishes nothing before it may', async () => {
    open();
    const socket = await join(0);
    socket.says(news({ mayPublish: false }));
    await settle();
    expect(socket.of('offer')).toHaveLength(0);
    socket.says(news({ seq: 2, mayPublish: true }));
    await settle();
    expect(socket.of('offer')).toHaveLength(1);
  });

  it('keeps seat, media and devices over a lost socket', async () => {
    const { call, devices, screen } = open();
    const first = await join(0);
    first.says(news({ stage: 'admitted' }));
    await settle();
    const second = await reconnect(1, { resumed: true });
    expect(second.of('join')[0]?.connection).toBe('connection-1');
    expect(made).toHaveLength(2);
    expect(devices.asked).toBe(0);
    expect(screen().kind).toBe('room');
    expect(call.state.get().line.kind).toBe('open');
  });

  it('makes new media connections, and asks for no camera, when the server could not resume', async () => {
    const { devices } = open();
    const first = await join(0);
    first.says(news({ stage: 'admitted' }));
    await settle();
    const second = await reconnect(1, { resumed: false, epoch: 2, connection: 'connection-9' });
    await settle();
    expect(second.of('offer')).toMatchObject([{ epoch: 2 }]);
    expect(made).toHaveLength(4);
    expect(devices.asked).toBe(0);
  });

  it('restarts media under the new epoch when the media server died, without a press', async () => {
    const { devices } = open();
    const socket = await join(0);
    socket.says(news({ stage: 'admitted' }));
    await settle();
    socket.says({ type: 'media', epoch: 2, state: 'restart' });
    await settle();
    expect(socket.of('offer').map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(devices.asked).toBe(0);
  });

  it('goes on with text when there is no media', async () => {
    const { call } = open();
    const socket = await join(0, { media: 'unavailable' });
    socket.says(news({ stage: 'admitted' }));
    call.conversation.actions.say('Hör du mig?');
    await settle();
    expect(call.state.get().media).toBe('unavailable');
    expect(socket.of('offer')).toHaveLength(0);
    expect(socket.of('say')).toHaveLength(1);
  });

  it('sends unacknowledged text again under the same key after a reconnect', async () => {
    const { call } = open();
    const first = await join(0);
    first.says(news());
    call.conversation.actions.say('Han är vaken');
    first.breaks();
    call.conversation.actions.say('Han har ont');
    await vi.advanceTimersByTimeAsync(300);
    const second = await join(1, { resumed: true });
    expect(second.of('say').map(({ key, text }) => [key, text])).toEqual([
      ['key-1', 'Han är vaken'],
      ['key-2', 'Han har ont'],
    ]);
  });

  it('tells the true state of the tracks, again after every join, and only when it has changed', async () => {
    const { devices } = open();
    const first = await join(0);
    devices.set({ cameras: [] });
    devices.set({ camera: 'ended' });
    expect(first.of('tracks').map(({ camera }) => camera)).toEqual(['on', 'ended']);
    const second = await reconnect(1, { resumed: true });
    expect(second.of('tracks')).toEqual([{ type: 'tracks', microphone: 'on', camera: 'ended' }]);
  });

  it('starts over when a media connection has failed for good, not more than every ten seconds', async () => {
    open();
    const first = await join(0);
    first.says(news({ stage: 'admitted' }));
    await settle();
    made[1]?.becomes('failed');
    await vi.advanceTimersByTimeAsync(300);
    const second = await join(1, { epoch: 2, connection: 'connection-2' });
    expect(second.of('join')[0]?.connection).toBeNull();
    await settle();
    made[3]?.becomes('failed');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sockets).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(sockets).toHaveLength(3);
  });

  it('that was refused says the outcome, turns the devices off and stays refused', async () => {
    const { devices, screen } = open();
    const socket = await join(0);
    const refusal = { outcome: 'HOME_VISIT', reasonCode: 'needs-examination', message: 'Jag kommer 22.30', by: 'Karin Åkesson' };
    socket.says(news({ stage: 'refused', refusal }));
    expect(screen()).toMatchObject({ kind: 'refused', refusal });
    expect(devices.stopped).toBe(true);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sockets).toHaveLength(1);
  });

  it('that was ended for all leaves nothing open', async () => {
    const { devices, screen } = open();
    const socket = await join(0);
    socket.says(news({ stage: 'admitted', people: [person()] }));
    socket.says(news({ seq: 2, stage: 'ended', endedBy: 'Karin Åkesson' }));
    socket.says({ type: 'closed', reason: 'ended' });
    expect(screen()).toEqual({ kind: 'ended', by: 'Karin Åkesson' });
    expect(devices.stopped).toBe(true);
    expect(made.every(({ closed }) => closed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shows that it was left at once, and tells the server as soon as it can', async () => {
    const { call, devices, screen } = open();
    const first = await join(0);
    first.says(news({ stage: 'admitted' }));
    first.breaks();
    call.actions.leave();
    expect(screen()).toEqual({ kind: 'left' });
    expect(devices.stopped).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    const second = await join(1, { resumed: true });
    expect(second.of('leave')).toHaveLength(1);
    second.says(news({ seq: 5, stage: 'left' }));
    expect(second.readyState).toBe(3);
  });

  it('sends again by itself what the server could not keep just now, and leaves to the writer what it would not take', async () => {
    const { call } = open();
    const socket = await join(0);
    socket.says(news({ stage: 'admitted' }));
    call.conversation.actions.say('Hör du mig?');
    socket.says({ type: 'problem', slug: 'unexpected', key: 'key-1' });
    expect(call.conversation.state.get().entries).toMatchObject([{ kind: 'sending', id: 'key-1' }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(socket.sent.filter(({ type }) => type === 'say')).toHaveLength(2);
    socket.says({ type: 'problem', slug: 'meetings/not-open', key: 'key-1' });
    expect(call.conversation.state.get().entries).toMatchObject([{ kind: 'not-sent', id: 'key-1' }]);
  });

  it('can be asked to end again when the server would not', async () => {
    const { call } = open();
    const socket = await join(0);
    socket.says(news({ stage: 'admitted', mayEndForAll: true }));
    call.actions.endForAll();
    expect(call.state.get().wish).toBe('end');
    socket.says({ type: 'problem', slug: 'meetings/not-chair', key: null });
    expect(call.state.get().wish).toBeNull();
  });

  it.each(['elsewhere', 'revoked', 'expired', 'signed-out', 'timed-out'] as const)('that was closed (%s) says why', async (reason) => {
    const { screen } = open();
    const socket = await join(0);
    socket.says({ type: 'closed', reason });
    expect(screen()).toEqual({ kind: 'closed', reason });
  });

  it('does not go back to an older state', async () => {
    const { screen } = open();
    const socket = await join(0);
    socket.says(news({ seq: 9, stage: 'admitted' }));
    socket.says(news({ seq: 8, stage: 'waiting' }));
    expect(screen().kind).toBe('room');
  });
});
