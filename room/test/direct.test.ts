import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createPeers } from '../src/call/peers';
import type { PageMessage } from '../src/messages';
import { FakePeer, FakeTrack, settle } from './fakes';

let scope: Scope;
beforeEach(() => {
  scope = createScope();
});
afterEach(() => {
  scope.end();
});

/** One that has what it was told to add, or two media sections once it has been offered something. */
class BothWays extends FakePeer {
  readonly candidates: unknown[] = [];
  private readonly added: { direction: string; receiver: unknown; sender: unknown; setCodecPreferences: () => void }[] = [];

  override addTransceiver(kind: string): unknown {
    const made = super.addTransceiver(kind) as { sender: unknown };
    const transceiver = { sender: made.sender, direction: 'sendrecv', receiver: { track: { kind } }, setCodecPreferences: () => undefined };
    this.added.push(transceiver);
    return transceiver;
  }

  override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (this.added.length === 0) for (const kind of ['audio', 'video']) this.addTransceiver(kind);
    return super.setRemoteDescription(description);
  }

  override getTransceivers(): unknown[] {
    return this.added;
  }

  addIceCandidate(candidate: unknown): Promise<void> {
    this.candidates.push(candidate);
    return Promise.resolve();
  }
}

function open() {
  const made: BothWays[] = [];
  const sent: PageMessage[] = [];
  const newPeer = (): RTCPeerConnection => {
    const peer = new BothWays();
    made.push(peer);
    return peer.asPeer();
  };
  const peers = createPeers(scope, { newPeer, send: (message) => sent.push(message) > 0, onBroken: () => undefined });
  const said = (): { to: string; words: unknown }[] =>
    sent.flatMap((message) => (message.type === 'direct' ? [{ to: message.connection, words: JSON.parse(message.words) as unknown }] : []));
  const at = (index: number): BothWays => {
    const peer = made[index];
    if (!peer) throw new Error(`no peer ${index}`);
    return peer;
  };
  return { ...peers, made, sent, said, at };
}

const direct = { epoch: 1, iceServers: [], maxVideoBitrate: 1_000_000, connection: 'm', direct: true };
const offer = { description: { type: 'offer', sdp: 'offer of the page' } };

describe('pages that send to each other', () => {
  it('have one connection to each whom the server names, and the greater offers', async () => {
    const { actions, made, said } = open();
    actions.begin(direct);
    actions.publish();
    expect(made).toHaveLength(0);
    actions.heard({ type: 'peers', epoch: 1, peers: [{ connection: 'a', epoch: 1 }, { connection: 'z', epoch: 1 }] });
    await settle();
    expect(made).toHaveLength(2);
    expect(said()).toEqual([{ to: 'a', words: offer }]);
  });

  it('answer an offer with their own tracks, once', async () => {
    const { actions, at, said } = open();
    const track = new FakeTrack('video').asTrack();
    actions.setTrack('video', track);
    actions.begin(direct);
    actions.heard({ type: 'peers', epoch: 1, peers: [{ connection: 'z', epoch: 4 }] });
    const words = JSON.stringify({ description: { type: 'offer', sdp: 'theirs' } });
    actions.heard({ type: 'direct', epoch: 1, connection: 'z', peerEpoch: 4, words });
    actions.heard({ type: 'direct', epoch: 1, connection: 'z', peerEpoch: 4, words });
    await settle();
    expect(said()).toEqual([{ to: 'z', words: { description: { type: 'answer', sdp: 'answer to theirs' } } }]);
    expect(at(0).replaced).toContain(track);
  });

  it('let go of whoever the server no longer names, and begin anew with a new attempt', async () => {
    const { actions, at, state } = open();
    actions.begin(direct);
    actions.heard({ type: 'peers', epoch: 1, peers: [{ connection: 'a', epoch: 1 }] });
    await settle();
    actions.heard({ type: 'peers', epoch: 1, peers: [{ connection: 'a', epoch: 2 }] });
    await settle();
    expect([at(0).closed, at(1).closed]).toEqual([true, false]);
    expect([...state.get().remotes.keys()]).toEqual(['a']);
    actions.heard({ type: 'peers', epoch: 1, peers: [] });
    expect(at(1).closed).toBe(true);
    expect(state.get().remotes.size).toBe(0);
  });

  it('say again what may have been lost with the socket, until the connection stands', async () => {
    const { actions, at, said } = open();
    actions.begin(direct);
    actions.heard({ type: 'peers', epoch: 1, peers: [{ connection: 'a', epoch: 1 }] });
    await settle();
    actions.resume();
    expect(said()).toHaveLength(2);
    at(0).becomes('connected');
    actions.resume();
    expect(said()).toHaveLength(2);
  });

  it('give a camera that comes late to every connection', async () => {
    const { actions, at } = open();
    actions.begin(direct);
    actions.heard({ type: 'peers', epoch: 1, peers: [{ connection: 'a', epoch: 1 }, { connection: 'b', epoch: 1 }] });
    await settle();
    const track = new FakeTrack('audio').asTrack();
    actions.setTrack('audio', track);
    expect([at(0).replaced.at(-1), at(1).replaced.at(-1)]).toEqual([track, track]);
  });
});
