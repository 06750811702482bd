import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createCall } from '../src/call/call';
import { createTogether, outgoing } from '../src/call/together';
import type { ServerTogether } from '../src/messages';
import { quietCall } from './fake-camera';
import { fakeDevices, FakePeer, FakeSocket, news, settle, welcome } from './fakes';

const arranged = (change: Partial<ServerTogether> = {}): ServerTogether => ({
  type: 'together', parkedBy: null, leads: false, mayPark: false, hasNote: false, asked: [], handOver: null, ...change,
});

describe('what goes out of a page', () => {
  let scope: Scope;
  beforeEach(() => { scope = createScope(); });
  afterEach(() => { scope.end(); });

  it('is nothing while the call is parked, and what it was before when it goes on', () => {
    const devices = fakeDevices();
    const together = createTogether(() => true);
    const out = outgoing(scope, devices.state, together.state);
    const before = out.get();
    expect(before.video).not.toBeNull();
    together.actions.heard(arranged({ parkedBy: 'Noor Sandgren' }));
    expect(out.get()).toEqual({ audio: null, video: null, microphone: 'off', camera: 'off' });
    together.actions.heard(arranged());
    expect(out.get()).toEqual(before);
  });

  it('says what is missing also while parked, and a camera that comes meanwhile does not go out', () => {
    const devices = fakeDevices();
    const together = createTogether(() => true);
    const out = outgoing(scope, devices.state, together.state);
    together.actions.heard(arranged({ parkedBy: 'Noor Sandgren' }));
    devices.set({ microphone: 'missing', audio: null, camera: 'on' });
    expect(out.get()).toMatchObject({ microphone: 'missing', video: null, camera: 'off' });
  });
});

describe('arranging between professionals', () => {
  it('sends each press, and forgets an earlier refusal', () => {
    const sent: unknown[] = [];
    const together = createTogether((message) => sent.push(message) > 0);
    together.actions.refused('meetings/colleague-here');
    expect(together.state.get().refused).toBe('meetings/colleague-here');
    together.actions.handOver('alva');
    together.actions.takeOver();
    together.actions.keep();
    together.actions.uninvite('question');
    together.actions.letIn('bo');
    together.actions.vouch('bo', 'ID_DOCUMENT');
    expect(sent).toEqual([
      { type: 'handover', to: 'alva' }, { type: 'takeover' }, { type: 'nohandover' }, { type: 'uninvite', key: 'question' },
      { type: 'letin', person: 'bo' }, { type: 'vouch', person: 'bo', how: 'ID_DOCUMENT' },
    ]);
    expect(together.state.get().refused).toBeNull();
  });
});

describe('parking', () => {
  let scope: Scope;
  let sockets: FakeSocket[];
  beforeEach(() => {
    vi.useFakeTimers();
    scope = createScope();
    sockets = [];
  });
  afterEach(() => {
    scope.end();
    vi.useRealTimers();
  });

  async function inTheRoom() {
    const devices = fakeDevices();
    const call = createCall(scope, {
      ...{ devices, ...quietCall() },
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
    await settle();
    const [socket] = sockets;
    if (!socket) throw new Error('no socket');
    socket.opens();
    socket.says(welcome());
    socket.says(news({ stage: 'admitted' }));
    socket.says(arranged({ leads: true, mayPark: true }));
    return { call, devices, socket };
  }

  it('is asked for once, lets the devices go when the server has parked, and says it again after a lost socket', async () => {
    const { call, devices, socket } = await inTheRoom();
    call.actions.park();
    expect(socket.of('park')).toHaveLength(1);
    expect(devices.stopped).toBe(false);
    socket.breaks();
    await vi.advanceTimersByTimeAsync(300);
    await settle();
    const [, second] = sockets;
    second?.opens();
    second?.says(welcome());
    expect(second?.of('park')).toHaveLength(1);
    second?.says({ type: 'closed', reason: 'parked' });
    expect(call.state.get().screen).toEqual({ kind: 'closed', reason: 'parked' });
    expect(devices.stopped).toBe(true);
  });

  it('that the server will not do leaves everybody in the room, and says so', async () => {
    const { call, devices, socket } = await inTheRoom();
    call.actions.park();
    socket.says({ type: 'problem', slug: 'meetings/colleague-here', key: null });
    expect(call.state.get()).toMatchObject({ wish: null, screen: { kind: 'room' } });
    expect(call.together.state.get().refused).toBe('meetings/colleague-here');
    expect(devices.stopped).toBe(false);
  });

  it('shows the others the room, where nothing of theirs goes out', async () => {
    const { call, socket } = await inTheRoom();
    socket.says(news({ seq: 2, stage: 'parked' }));
    socket.says(arranged({ parkedBy: 'Noor Sandgren' }));
    expect(call.state.get().screen.kind).toBe('room');
    expect(socket.of('tracks').at(-1)).toEqual({ type: 'tracks', microphone: 'off', camera: 'off' });
    socket.says(news({ seq: 3, stage: 'admitted' }));
    socket.says(arranged());
    expect(socket.of('tracks').at(-1)).toEqual({ type: 'tracks', microphone: 'on', camera: 'on' });
  });
});
