import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { MediaKind, MediaNews, RemoteTrack, ToServer } from '../messages';
import { prepareSending, type Prepared } from './sending';

/** What comes from one connection: a tile. */
export interface Remote {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
}

export interface PeersState {
  remotes: ReadonlyMap<string, Remote>;
  sending: RTCPeerConnectionState;
  receiving: RTCPeerConnectionState;
}

export interface PeersInputs {
  newPeer: (configuration?: RTCConfiguration) => RTCPeerConnection;
  send: (message: ToServer) => boolean;
  /** Made while the professional still read the row, so that the press costs nothing. */
  prepared?: Prepared | undefined;
  /** A connection failed for good; the seat has to be taken anew. */
  onBroken: () => void;
}

export interface Epoch {
  epoch: number;
  iceServers: RTCIceServer[];
  maxVideoBitrate: number;
}

export interface Peers {
  state: Readable<PeersState>;
  actions: {
    /** Two new connections under a new epoch; tracks are kept. */
    begin: (epoch: Epoch) => void;
    /** Sends the offer, once an epoch, as soon as the server lets us. */
    publish: () => void;
    /** The socket came back to the same epoch: what may have been lost on the way goes out again. */
    resume: () => void;
    setTrack: (kind: MediaKind, track: MediaStreamTrack | null) => void;
    heard: (message: Exclude<MediaNews, { type: 'media' }>) => void;
    stop: () => void;
  };
  connections: () => { sending: RTCPeerConnection | null; receiving: RTCPeerConnection | null };
}

interface Pair {
  epoch: number;
  sending: Prepared;
  receiving: RTCPeerConnection;
  published: boolean;
  offer: ToServer | null;
  answer: ToServer | null;
  /** Ours, in case they have to be sent again; theirs, until there is a description to add them to. */
  ours: ToServer[];
  early: { send: (RTCIceCandidateInit | null)[]; receive: (RTCIceCandidateInit | null)[] };
  receiveWork: Promise<void>;
}

/** Two one-way media connections: one sends what the devices give, one receives what the server offers. */
export function createPeers(scope: Scope, inputs: PeersInputs): Peers {
  const state = createStore<PeersState>({ remotes: new Map(), sending: 'new', receiving: 'new' });
  const tracks: Record<MediaKind, MediaStreamTrack | null> = { audio: null, video: null };
  let pair: Pair | null = null;
  let prepared = inputs.prepared;

  const set = (change: Partial<PeersState>): void => {
    state.update((old) => ({ ...old, ...change }));
  };

  function closePair(): void {
    if (!pair) return;
    pair.sending.peer.close();
    pair.receiving.close();
    pair = null;
    set({ remotes: new Map(), sending: 'new', receiving: 'new' });
  }

  function watch(mine: Pair, side: 'send' | 'receive', peer: RTCPeerConnection): void {
    peer.addEventListener('icecandidate', ({ candidate }) => {
      if (pair !== mine) return;
      const message: ToServer = { type: 'candidate', pc: side, epoch: mine.epoch, candidate: candidate?.toJSON() ?? null };
      mine.ours.push(message);
      inputs.send(message);
    });
    peer.addEventListener('connectionstatechange', () => {
      if (pair !== mine) return;
      set(side === 'send' ? { sending: peer.connectionState } : { receiving: peer.connectionState });
      if (peer.connectionState === 'failed') inputs.onBroken();
    });
  }

  function begin({ epoch, iceServers, maxVideoBitrate }: Epoch): void {
    closePair();
    const sending = prepared ?? prepareSending(inputs.newPeer);
    prepared = undefined;
    if (iceServers.length > 0) sending.peer.setConfiguration({ iceServers });
    const mine: Pair = {
      epoch,
      sending,
      receiving: inputs.newPeer({ iceServers }),
      published: false,
      offer: null,
      answer: null,
      ours: [],
      early: { send: [], receive: [] },
      receiveWork: Promise.resolve(),
    };
    pair = mine;
    sending.limit(maxVideoBitrate);
    for (const kind of ['audio', 'video'] as const) sending.put(kind, tracks[kind]);
    watch(mine, 'send', sending.peer);
    watch(mine, 'receive', mine.receiving);
  }

  async function publish(mine: Pair): Promise<void> {
    if (mine.published) return;
    mine.published = true;
    const offer = await mine.sending.offer;
    if (pair !== mine) return;
    mine.offer = { type: 'offer', pc: 'send', epoch: mine.epoch, sdp: offer.sdp ?? '' };
    inputs.send(mine.offer);
    await mine.sending.peer.setLocalDescription(offer);
  }

  async function addCandidate(mine: Pair, side: 'send' | 'receive', candidate: RTCIceCandidateInit | null): Promise<void> {
    const peer = side === 'send' ? mine.sending.peer : mine.receiving;
    if (!peer.remoteDescription) mine.early[side].push(candidate);
    else if (candidate) await peer.addIceCandidate(candidate);
  }

  async function addEarly(mine: Pair, side: 'send' | 'receive'): Promise<void> {
    for (const candidate of mine.early[side].splice(0)) await addCandidate(mine, side, candidate);
  }

  async function answered(mine: Pair, sdp: string): Promise<void> {
    const { peer } = mine.sending;
    if (peer.signalingState !== 'have-local-offer') return;
    await peer.setRemoteDescription({ type: 'answer', sdp });
    await addEarly(mine, 'send');
  }

  async function offered(mine: Pair, sdp: string, offeredTracks: readonly RemoteTrack[]): Promise<void> {
    if (pair !== mine) return;
    const { receiving } = mine;
    await receiving.setRemoteDescription({ type: 'offer', sdp });
    set({ remotes: remotesOf(receiving, offeredTracks) });
    const answer = await receiving.createAnswer();
    mine.answer = { type: 'answer', pc: 'receive', epoch: mine.epoch, sdp: answer.sdp ?? '' };
    inputs.send(mine.answer);
    await receiving.setLocalDescription(answer);
    await addEarly(mine, 'receive');
  }

  /** A step that fails on a connection since closed is no news; on the present one it is broken. */
  function guard(mine: Pair, work: Promise<void>): Promise<void> {
    return work.catch(() => {
      if (pair === mine) inputs.onBroken();
    });
  }

  function heard(message: Exclude<MediaNews, { type: 'media' }>): void {
    const mine = pair;
    if (mine?.epoch !== message.epoch) return;
    if (message.type === 'answer') void guard(mine, answered(mine, message.sdp));
    else if (message.type === 'candidate') void guard(mine, addCandidate(mine, message.pc, message.candidate));
    else mine.receiveWork = mine.receiveWork.then(() => guard(mine, offered(mine, message.sdp, message.tracks)));
  }

  function resume(mine: Pair): void {
    const { peer } = mine.sending;
    const resend = (message: ToServer | null): void => {
      if (message) inputs.send(message);
    };
    if (!peer.remoteDescription) resend(mine.offer);
    if (mine.receiving.connectionState !== 'connected') resend(mine.answer);
    if (peer.connectionState !== 'connected' || mine.receiving.connectionState !== 'connected') mine.ours.forEach(resend);
  }

  scope.onEnd(closePair);
  return {
    state,
    connections: () => ({ sending: pair?.sending.peer ?? null, receiving: pair?.receiving ?? null }),
    actions: {
      begin,
      heard,
      publish() {
        if (pair) void guard(pair, publish(pair));
      },
      resume() {
        if (pair) resume(pair);
      },
      setTrack(kind, track) {
        tracks[kind] = track;
        pair?.sending.put(kind, track);
      },
      stop: closePair,
    },
  };
}

function remotesOf(peer: RTCPeerConnection, offeredTracks: readonly RemoteTrack[]): ReadonlyMap<string, Remote> {
  const remotes = new Map<string, Remote>();
  for (const { mid, connection, kind } of offeredTracks) {
    const track = peer.getTransceivers().find((transceiver) => transceiver.mid === mid)?.receiver.track;
    if (!track) continue;
    const known = remotes.get(connection) ?? { audio: null, video: null };
    remotes.set(connection, { ...known, [kind]: track });
  }
  return remotes;
}
