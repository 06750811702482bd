import type { Scope } from '../base/scope';
import { createStore, type Readable, type Store } from '../base/store';
import type { Ice, PageMessage, PeerConnectionSide, ServerAnswer, ServerDirect, ServerOffer, ServerPeers, Track, TrackKind } from '../messages';
import { DirectWay } from './direct';
import { prepareSending, type Prepared } from './sending';
import { startFast } from './start-fast';

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
  send: (message: PageMessage) => boolean;
  /** Made while the professional still read the row, so that the press costs nothing. */
  prepared?: Prepared | undefined;
  /** A connection failed for good; the seat has to be taken anew. */
  onBroken: () => void;
}

export interface Epoch {
  epoch: number;
  iceServers: RTCIceServer[];
  maxVideoBitrate: number;
  /** This page's own, and whether it meets the others' pages without a media server. */
  connection: string;
  direct: boolean;
}

type MediaMessage = ServerAnswer | ServerOffer | ServerPeers | ServerDirect;

/** How sound and picture go: over the media server or straight to each other. */
export interface Way {
  begin: (epoch: Epoch) => void;
  publish: () => void;
  resume: () => void;
  setTrack: (kind: TrackKind, track: MediaStreamTrack | null) => void;
  stop: () => void;
  connections: Peers['connections'];
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
    setTrack: (kind: TrackKind, track: MediaStreamTrack | null) => void;
    heard: (message: MediaMessage) => void;
    stop: () => void;
  };
  connections: () => { sending: RTCPeerConnection | null; receiving: RTCPeerConnection | null };
}

const NOTHING: PeersState = { remotes: new Map(), sending: 'new', receiving: 'new' };

interface Pair {
  epoch: number;
  maxVideoBitrate: number;
  sending: Prepared;
  receiving: RTCPeerConnection;
  published: boolean;
  offer: PageMessage | null;
  answer: PageMessage | null;
  /** Our addresses, in case they have to be sent again. The server's stand in what it offers and answers. */
  ours: PageMessage[];
  receiveWork: Promise<void>;
}

/** The media connections of a page, tracks kept from one epoch to the next. */
export function createPeers(scope: Scope, inputs: PeersInputs): Peers {
  const state = createStore<PeersState>(NOTHING);
  const server = new ServerWay(inputs, state);
  const direct = new DirectWay(inputs, state);
  let way: Way = server;
  scope.onEnd(() => { way.stop(); });
  return {
    state,
    connections: () => way.connections(),
    actions: {
      begin: (epoch) => {
        way.stop();
        way = epoch.direct ? direct : server;
        way.begin(epoch);
      },
      publish: () => { way.publish(); },
      resume: () => { way.resume(); },
      setTrack: (kind, track) => {
        server.setTrack(kind, track);
        direct.setTrack(kind, track);
      },
      heard: (message) => {
        if (message.type === 'peers' || message.type === 'direct') direct.heard(message);
        else server.heard(message);
      },
      stop: () => { way.stop(); },
    },
  };
}

/** Two one-way connections to the media server: one sends what the devices give, one receives what the server offers. */
class ServerWay implements Way {
  private readonly tracks: Record<TrackKind, MediaStreamTrack | null> = { audio: null, video: null };
  private pair: Pair | null = null;
  private prepared: Prepared | undefined;

  constructor(
    private readonly inputs: PeersInputs,
    private readonly state: Store<PeersState>,
  ) {
    this.prepared = inputs.prepared;
  }

  connections(): ReturnType<Peers['connections']> {
    return { sending: this.pair?.sending.peer ?? null, receiving: this.pair?.receiving ?? null };
  }

  begin({ epoch, iceServers, maxVideoBitrate }: Epoch): void {
    this.stop();
    const sending = this.prepared ?? prepareSending(this.inputs.newPeer);
    this.prepared = undefined;
    if (iceServers.length > 0) sending.peer.setConfiguration({ iceServers });
    const receiving = this.inputs.newPeer({ iceServers });
    const mine: Pair = { epoch, maxVideoBitrate, sending, receiving, published: false, offer: null, answer: null, ours: [], receiveWork: Promise.resolve() };
    this.pair = mine;
    sending.limit(maxVideoBitrate);
    for (const kind of ['audio', 'video'] as const) sending.put(kind, this.tracks[kind]);
    this.watch(mine, 'send', sending.peer);
    this.watch(mine, 'receive', receiving);
  }

  publish(): void {
    const mine = this.pair;
    if (!mine || mine.published) return;
    mine.published = true;
    void this.guard(mine, this.offer(mine));
  }

  resume(): void {
    const mine = this.pair;
    if (!mine) return;
    const resend = (message: PageMessage | null): void => {
      if (message) this.inputs.send(message);
    };
    const sent = mine.sending.peer.connectionState === 'connected';
    const received = mine.receiving.connectionState === 'connected';
    if (!mine.sending.peer.remoteDescription) resend(mine.offer);
    if (!received) resend(mine.answer);
    if (!sent || !received) mine.ours.forEach(resend);
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    if (this.tracks[kind] === track) return;
    this.tracks[kind] = track;
    this.pair?.sending.put(kind, track);
  }

  heard(message: ServerAnswer | ServerOffer): void {
    const mine = this.pair;
    if (mine?.epoch !== message.epoch) return;
    if (message.type === 'answer') void this.guard(mine, this.answered(mine, message.sdp));
    else mine.receiveWork = mine.receiveWork.then(() => this.guard(mine, this.offered(mine, message.sdp, message.tracks)));
  }

  stop(): void {
    const { pair } = this;
    if (!pair) return;
    this.pair = null;
    pair.sending.peer.close();
    pair.receiving.close();
    this.set(NOTHING);
  }

  private set(change: Partial<PeersState>): void {
    this.state.update((old) => ({ ...old, ...change }));
  }

  private watch(mine: Pair, side: PeerConnectionSide, peer: RTCPeerConnection): void {
    peer.addEventListener('icecandidate', ({ candidate }) => {
      if (this.pair !== mine) return;
      const message: PageMessage = { type: 'candidate', pc: side, epoch: mine.epoch, candidate: candidate && iceOf(candidate) };
      mine.ours.push(message);
      this.inputs.send(message);
    });
    peer.addEventListener('connectionstatechange', () => {
      if (this.pair !== mine) return;
      this.set(side === 'send' ? { sending: peer.connectionState } : { receiving: peer.connectionState });
      if (peer.connectionState === 'failed') this.inputs.onBroken();
    });
  }

  private async offer(mine: Pair): Promise<void> {
    const offer = mine.sending.made() ?? (await mine.sending.offer);
    if (this.pair !== mine) return;
    mine.offer = { type: 'offer', pc: 'send', epoch: mine.epoch, sdp: offer.sdp ?? '' };
    this.inputs.send(mine.offer);
    await mine.sending.peer.setLocalDescription(offer);
  }

  private async answered(mine: Pair, sdp: string): Promise<void> {
    const { peer } = mine.sending;
    if (peer.remoteDescription) return;
    await peer.setRemoteDescription({ type: 'answer', sdp: startFast(sdp, mine.maxVideoBitrate) });
  }

  private async offered(mine: Pair, sdp: string, offeredTracks: readonly Track[]): Promise<void> {
    if (this.pair !== mine) return;
    const { receiving } = mine;
    await receiving.setRemoteDescription({ type: 'offer', sdp });
    const answer = await receiving.createAnswer();
    mine.answer = { type: 'answer', pc: 'receive', epoch: mine.epoch, sdp: answer.sdp ?? '' };
    this.inputs.send(mine.answer);
    const applied = receiving.setLocalDescription(answer);
    // Drawn only now: the answer is what the other side waits for.
    this.set({ remotes: remotesOf(receiving, offeredTracks) });
    await applied;
  }

  /** A step that fails on a connection since closed is no news; on the present one it is broken. */
  private guard(mine: Pair, work: Promise<void>): Promise<void> {
    return work.catch(() => {
      if (this.pair === mine) this.inputs.onBroken();
    });
  }
}

const iceOf = ({ candidate, sdpMid, sdpMLineIndex }: RTCIceCandidate): Ice => ({ candidate, sdpMid, sdpMLineIndex });

function remotesOf(peer: RTCPeerConnection, offeredTracks: readonly Track[]): ReadonlyMap<string, Remote> {
  const remotes = new Map<string, Remote>();
  for (const { mid, connection, kind } of offeredTracks) {
    const track = peer.getTransceivers().find((transceiver) => transceiver.mid === mid)?.receiver.track;
    if (!track) continue;
    const known = remotes.get(connection) ?? { audio: null, video: null };
    remotes.set(connection, { ...known, [kind]: track });
  }
  return remotes;
}
