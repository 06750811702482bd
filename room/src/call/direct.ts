import type { Store } from '../base/store';
import type { Peer, ServerDirect, ServerPeers, TrackKind } from '../messages';
import type { Epoch, PeersInputs, PeersState, Remote, Way } from './peers';
import { preferVp8 } from './sending';

/** What two pages say to each other through the server. */
interface Words {
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit;
}

interface Meeting {
  peer: Peer;
  connection: RTCPeerConnection;
  /** What we have said, for a page on the other side that may not have heard it. */
  said: Words[];
  work: Promise<void>;
  remote: Remote;
}

const key = ({ connection, epoch }: Peer): string => `${connection}.${epoch}`;

/** One connection to each of the others, both ways; for trying out without a media server. The greater connection id offers. */
export class DirectWay implements Way {
  private readonly meetings = new Map<string, Meeting>();
  private readonly tracks: Record<TrackKind, MediaStreamTrack | null> = { audio: null, video: null };
  private here: (Epoch & { connection: string }) | null = null;

  constructor(
    private readonly inputs: PeersInputs,
    private readonly state: Store<PeersState>,
  ) {}

  connections(): { sending: RTCPeerConnection | null; receiving: RTCPeerConnection | null } {
    const first = [...this.meetings.values()][0]?.connection ?? null;
    return { sending: first, receiving: first };
  }

  begin(epoch: Epoch): void {
    this.stop();
    this.here = epoch;
  }

  /** Whom we meet is the server's to say. */
  publish(): void {
    return;
  }

  resume(): void {
    for (const meeting of this.meetings.values()) {
      if (meeting.connection.connectionState === 'connected') continue;
      for (const words of meeting.said) this.send(meeting.peer, words);
    }
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    if (this.tracks[kind] === track) return;
    this.tracks[kind] = track;
    for (const { connection } of this.meetings.values()) void this.put(connection, kind);
  }

  heard(message: ServerPeers | ServerDirect): void {
    if (this.here?.epoch !== message.epoch) return;
    if (message.type === 'peers') this.meet(message.peers);
    else this.told(message);
  }

  stop(): void {
    for (const { connection } of this.meetings.values()) connection.close();
    this.meetings.clear();
    this.here = null;
    this.show();
  }

  private meet(peers: readonly Peer[]): void {
    const now = new Set(peers.map(key));
    for (const [of, { connection }] of this.meetings) {
      if (now.has(of)) continue;
      connection.close();
      this.meetings.delete(of);
    }
    for (const peer of peers) if (!this.meetings.has(key(peer))) this.open(peer);
    this.show();
  }

  private open(peer: Peer): void {
    const { here } = this;
    if (!here) return;
    const connection = this.inputs.newPeer({ iceServers: here.iceServers });
    const meeting: Meeting = { peer, connection, said: [], work: Promise.resolve(), remote: { audio: null, video: null } };
    this.meetings.set(key(peer), meeting);
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) this.say(meeting, { candidate: candidate.toJSON() });
    });
    connection.addEventListener('track', ({ track }) => {
      meeting.remote = { ...meeting.remote, [track.kind]: track };
      this.show();
    });
    connection.addEventListener('connectionstatechange', () => {
      this.show();
      if (connection.connectionState === 'failed' && this.isPresent(meeting)) this.inputs.onBroken();
    });
    if (here.connection > peer.connection) this.do(meeting, () => this.offer(meeting));
  }

  private told({ connection, peerEpoch, words }: ServerDirect): void {
    const meeting = this.meetings.get(key({ connection, epoch: peerEpoch }));
    if (meeting) this.do(meeting, () => this.take(meeting, JSON.parse(words) as Words));
  }

  private async offer(meeting: Meeting): Promise<void> {
    const { connection } = meeting;
    for (const kind of ['audio', 'video'] as const) connection.addTransceiver(kind, { direction: 'sendrecv' });
    await this.putAll(connection);
    await connection.setLocalDescription(await connection.createOffer());
    this.sayDescription(meeting);
  }

  private async take(meeting: Meeting, { description, candidate }: Words): Promise<void> {
    const { connection } = meeting;
    if (candidate) await connection.addIceCandidate(candidate);
    // Said again when a socket was away: what has been taken is taken.
    if (!description || connection.remoteDescription) return;
    await connection.setRemoteDescription(description);
    if (description.type !== 'offer') return;
    for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv';
    await this.putAll(connection);
    await connection.setLocalDescription(await connection.createAnswer());
    this.sayDescription(meeting);
  }

  private async putAll(connection: RTCPeerConnection): Promise<void> {
    await Promise.all([this.put(connection, 'audio'), this.put(connection, 'video')]);
    for (const transceiver of connection.getTransceivers()) {
      if (transceiver.receiver.track.kind !== 'video') continue;
      preferVp8(transceiver);
      const parameters = transceiver.sender.getParameters();
      for (const encoding of parameters.encodings) encoding.maxBitrate = this.here?.maxVideoBitrate ?? 0;
      await transceiver.sender.setParameters(parameters).catch(() => undefined);
    }
  }

  private async put(connection: RTCPeerConnection, kind: TrackKind): Promise<void> {
    const transceiver = connection.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);
    // Refused only on a closed connection, and then the next one gets the track.
    await transceiver?.sender.replaceTrack(this.tracks[kind]).catch(() => undefined);
  }

  private sayDescription(meeting: Meeting): void {
    const description = meeting.connection.localDescription;
    if (description) this.say(meeting, { description: { type: description.type, sdp: description.sdp } });
  }

  private say(meeting: Meeting, words: Words): void {
    if (!this.isPresent(meeting)) return;
    meeting.said.push(words);
    this.send(meeting.peer, words);
  }

  private send({ connection, epoch: peerEpoch }: Peer, words: Words): void {
    if (this.here) this.inputs.send({ type: 'direct', epoch: this.here.epoch, connection, peerEpoch, words: JSON.stringify(words) });
  }

  /** One step after the other; a step that fails on a connection since closed is no news. */
  private do(meeting: Meeting, step: () => Promise<void>): void {
    meeting.work = meeting.work.then(step).catch(() => {
      if (this.isPresent(meeting)) this.inputs.onBroken();
    });
  }

  private isPresent(meeting: Meeting): boolean {
    return this.meetings.get(key(meeting.peer)) === meeting;
  }

  private show(): void {
    const meetings = [...this.meetings.values()];
    const states = meetings.map(({ connection }) => connection.connectionState);
    const worst = states.find((state) => state !== 'connected') ?? states[0] ?? 'new';
    this.state.set({
      remotes: new Map(meetings.map(({ peer, remote }) => [peer.connection, remote])),
      sending: worst,
      receiving: worst,
    });
  }
}
