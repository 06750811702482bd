import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createPeers } from '../src/call/peers';
import { prepareSending } from '../src/call/sending';
import type { PageMessage } from '../src/messages';
import { FakePeer, FakeTrack, settle } from './fakes';

let scope: Scope;
beforeEach(() => {
  scope = createScope();
});
afterEach(() => {
  scope.end();
});

const epoch = (number: number) => ({ epoch: number, iceServers: [], maxVideoBitrate: 1_000_000, connection: 'connection-1', direct: false });
const tracks = [
  { mid: '0', connection: 'connection-2', kind: 'audio' as const },
  { mid: '1', connection: 'connection-2', kind: 'video' as const },
];

function open(prepared?: FakePeer) {
  const made: FakePeer[] = [];
  const sent: PageMessage[] = [];
  let broken = 0;
  const newPeer = (): RTCPeerConnection => {
    const peer = new FakePeer();
    made.push(peer);
    return peer.asPeer();
  };
  const peers = createPeers(scope, {
    newPeer,
    send: (message) => sent.push(message) > 0,
    prepared: prepared && prepareSending(() => prepared.asPeer()),
    onBroken: () => (broken += 1),
  });
  const at = (index: number): FakePeer => {
    const peer = made[index];
    if (!peer) throw new Error(`no peer ${index}`);
    return peer;
  };
  return { ...peers, made, sent, at, broken: () => broken };
}

describe('the media connections', () => {
  it('are one that sends sound and picture and one that receives, and offer once an epoch', async () => {
    const { actions, sent, at } = open();
    actions.begin(epoch(1));
    actions.publish();
    actions.publish();
    await settle();
    expect(at(0).kinds).toEqual(['audio', 'video']);
    expect(sent).toEqual([{ type: 'offer', pc: 'send', epoch: 1, sdp: 'offer of the page' }]);
  });

  it('use the connection that was prepared before the press', async () => {
    const prepared = new FakePeer();
    const { actions, made, sent } = open(prepared);
    actions.begin(epoch(1));
    actions.publish();
    await settle();
    expect(made).toHaveLength(1);
    expect(prepared.localDescription).not.toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('answer an offer at once and give the tracks to the connection they come from', async () => {
    const { actions, sent, state } = open();
    actions.begin(epoch(1));
    actions.heard({ type: 'offer', pc: 'receive', epoch: 1, sdp: 'from the server', tracks });
    await settle();
    expect(sent).toContainEqual({ type: 'answer', pc: 'receive', epoch: 1, sdp: 'answer to from the server' });
    expect(state.get().remotes.get('connection-2')).toEqual({ audio: { id: 'track-0' }, video: { id: 'track-1' } });
  });

  it('do not listen to another epoch', async () => {
    const { actions, sent, state } = open();
    actions.begin(epoch(2));
    actions.heard({ type: 'offer', pc: 'receive', epoch: 1, sdp: 'late', tracks });
    await settle();
    expect(sent).toEqual([]);
    expect(state.get().remotes.size).toBe(0);
  });

  it('are made anew under a new epoch with the same tracks', async () => {
    const { actions, at, state, sent } = open();
    const track = new FakeTrack('video').asTrack();
    actions.setTrack('video', track);
    actions.begin(epoch(1));
    actions.publish();
    actions.begin(epoch(2));
    actions.publish();
    await settle();
    expect(at(0).closed).toBe(true);
    expect(at(2).replaced).toContain(track);
    expect(state.get().remotes.size).toBe(0);
    expect(sent.filter(({ type }) => type === 'offer')).toEqual([{ type: 'offer', pc: 'send', epoch: 2, sdp: 'offer of the page' }]);
  });

  it('send again what was never answered when the socket is back, and nothing that was', async () => {
    const { actions, sent, at } = open();
    actions.begin(epoch(1));
    actions.publish();
    await settle();
    actions.resume();
    expect(sent.map(({ type }) => type)).toEqual(['offer', 'offer']);
    actions.heard({ type: 'answer', pc: 'send', epoch: 1, sdp: 'answer' });
    await settle();
    at(0).becomes('connected');
    at(1).becomes('connected');
    actions.resume();
    expect(sent).toHaveLength(2);
  });

  it('say when they are broken, but only the present ones', async () => {
    const { actions, at, broken } = open();
    actions.begin(epoch(1));
    actions.begin(epoch(2));
    at(0).becomes('failed');
    expect(broken()).toBe(0);
    at(2).becomes('failed');
    actions.heard({ type: 'offer', pc: 'receive', epoch: 2, sdp: 'nonsense', tracks });
    await settle();
    expect(broken()).toBe(2);
  });

  it('give a camera that comes late without a new offer', async () => {
    const { actions, at, sent } = open();
    actions.begin(epoch(1));
    actions.publish();
    await settle();
    const track = new FakeTrack('video').asTrack();
    actions.setTrack('video', track);
    expect(at(0).replaced.at(-1)).toBe(track);
    expect(sent).toHaveLength(1);
  });
});
