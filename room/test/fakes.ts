import { createStore } from '../src/base/store';
import type { Devices, DevicesState } from '../src/call/device-state';
import type { Socket } from '../src/call/line';
import type { PageMessage, Person, ServerMessage, ServerState, ServerWelcome } from '../src/messages';

/** A socket whose other end is the test. */
export class FakeSocket implements Socket {
  readyState = 0;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly sent: PageMessage[] = [];

  send(data: string): void {
    this.sent.push(JSON.parse(data) as PageMessage);
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }

  breaks(): void {
    this.readyState = 3;
    this.onclose?.(new Event('close') as CloseEvent);
  }

  says(message: ServerMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent);
  }

  of<T extends PageMessage['type']>(type: T): Extract<PageMessage, { type: T }>[] {
    return this.sent.filter((message): message is Extract<PageMessage, { type: T }> => message.type === type);
  }
}

export const welcome = (change: Partial<ServerWelcome> = {}): ServerWelcome => ({
  type: 'welcome',
  connection: 'connection-1',
  epoch: 1,
  resumed: false,
  seat: 'seat-1',
  media: 'available',
  iceServers: [],
  maxVideoBitrate: 1_500_000,
  direct: false,
  ...change,
});

export const person = (change: Partial<Person> = {}): Person => ({
  id: 'karin',
  name: 'Karin Åkesson',
  role: 'PROFESSIONAL',
  title: 'NURSE',
  identification: 'SITHS',
  vouchedBy: null,
  self: false,
  waiting: false,
  present: true,
  away: false,
  connection: 'connection-2',
  microphone: 'on',
  camera: 'on',
  ...change,
});

export const news = (change: Partial<ServerState> = {}): ServerState => ({
  type: 'state',
  seq: 1,
  stage: 'waiting',
  place: 1,
  waitingSince: '2026-03-02T21:00:00Z',
  steps: [],
  unit: { name: 'Sjuksköterska natt', phone: '040-628 04 02' },
  mayPublish: true,
  mayEndForAll: false,
  startedAt: null,
  refusal: null,
  endedBy: null,
  pictureWanted: false,
  pictures: null,
  people: [],
  ...change,
});

export class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  readyState: 'live' | 'ended' = 'live';

  constructor(
    readonly kind: 'audio' | 'video',
    readonly settings: MediaTrackSettings = {},
  ) {
    super();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  getSettings(): MediaTrackSettings {
    return this.settings;
  }

  unplugged(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  held(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  asTrack(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack;
  }
}

export function stream(...tracks: FakeTrack[]): MediaStream {
  const of = (kind: string): FakeTrack[] => tracks.filter((track) => track.kind === kind);
  return {
    active: true,
    getTracks: () => tracks,
    getAudioTracks: () => of('audio'),
    getVideoTracks: () => of('video'),
  } as unknown as MediaStream;
}

/** As much of an RTCPeerConnection as the call uses, with everything done to it written down. */
export class FakePeer extends EventTarget {
  connectionState: RTCPeerConnectionState = 'new';
  signalingState: RTCSignalingState = 'stable';
  remoteDescription: RTCSessionDescriptionInit | null = null;
  localDescription: RTCSessionDescriptionInit | null = null;
  closed = false;
  readonly replaced: (MediaStreamTrack | null)[] = [];
  readonly kinds: string[] = [];
  private mids: string[] = [];

  addTransceiver(kind: string): unknown {
    this.kinds.push(kind);
    const sender = {
      replaceTrack: (track: MediaStreamTrack | null) => {
        this.replaced.push(track);
        return Promise.resolve();
      },
      getParameters: () => ({ encodings: [{}] }),
      setParameters: () => Promise.resolve(),
    };
    return { sender, setCodecPreferences: () => undefined };
  }

  setConfiguration(): void {
    this.closed = false;
  }

  createOffer(): Promise<RTCSessionDescriptionInit> {
    return Promise.resolve({ type: 'offer', sdp: 'offer of the page' });
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    return Promise.resolve({ type: 'answer', sdp: `answer to ${this.remoteDescription?.sdp ?? 'nothing'}` });
  }

  setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.localDescription = description;
    return Promise.resolve();
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.sdp === 'nonsense') return Promise.reject(new Error('nonsense'));
    this.remoteDescription = description;
    this.mids = ['0', '1'];
    return Promise.resolve();
  }

  getTransceivers(): unknown[] {
    return this.mids.map((mid) => ({ mid, receiver: { track: { id: `track-${mid}` } } }));
  }

  close(): void {
    this.closed = true;
    this.connectionState = 'closed';
  }

  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  asPeer(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }
}

/** Devices that the test sets; `asked` counts how often a browser would have been asked. */
export function fakeDevices(): Devices & { asked: number; set: (change: Partial<DevicesState>) => void; stopped: boolean } {
  const state = createStore<DevicesState>({
    microphone: 'on',
    camera: 'on',
    audio: new FakeTrack('audio').asTrack(),
    video: new FakeTrack('video').asTrack(),
    microphones: [],
    cameras: [],
    rear: false,
  });
  const fake = {
    state,
    asked: 0,
    stopped: false,
    set: (change: Partial<DevicesState>) => {
      state.update((old) => ({ ...old, ...change }));
    },
    actions: {
      start: () => {
        fake.asked += 1;
        return Promise.resolve();
      },
      toggle: () => undefined,
      choose: () => Promise.resolve(true),
      flip: () => Promise.resolve(true),
      restore: () => {
        fake.asked += 1;
        return Promise.resolve();
      },
      stop: () => {
        fake.stopped = true;
      },
    },
  };
  return fake;
}

/** Lets everything that is already decided happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
