import type { Scope } from '../base/scope';
import { createStore } from '../base/store';
import {
  callConstraints,
  PICTURE,
  SOUND,
  trackName,
  troubleOf,
  type Choice,
  type DeviceKind,
  type Devices,
  type DevicesInputs,
  type DevicesState,
  type DeviceState,
  type Trouble,
} from './device-state';

const NOTHING: DevicesState = {
  microphone: 'idle',
  camera: 'idle',
  audio: null,
  video: null,
  microphones: [],
  cameras: [],
  rear: false,
};

/** Camera and microphone: asked for once, told apart when they fail, changed without losing the other. */
export function createDevices(scope: Scope, inputs: DevicesInputs): Devices {
  const machine = new DeviceMachine(scope, inputs);
  return {
    state: machine.state,
    actions: {
      start: () => machine.start(),
      stop: () => { machine.stop(); },
      restore: (kind) => machine.restore(kind),
      toggle: (kind) => { machine.toggle(kind); },
      choose: (kind, id) => machine.choose(kind, id),
      flip: () => machine.flip(),
    },
  };
}

class DeviceMachine {
  readonly state = createStore<DevicesState>(NOTHING);
  private readonly trackScopes: Record<DeviceKind, Scope>;
  private opened: DevicesInputs['opened'];
  private stopped = false;

  constructor(
    private readonly scope: Scope,
    private readonly inputs: DevicesInputs,
  ) {
    this.opened = inputs.opened;
    this.trackScopes = { microphone: scope.child(), camera: scope.child() };
    const media = inputs.media as EventTarget | null;
    if (media) scope.listen(media, 'devicechange', () => void this.list());
    scope.onEnd(() => {
      this.state.get().audio?.stop();
      this.state.get().video?.stop();
    });
  }

  async start(): Promise<void> {
    const opened = await this.takeOpened();
    if (opened) this.adoptAll(opened);
    else if (!this.inputs.media) this.set({ microphone: 'insecure', camera: 'insecure' });
    else await this.askForBoth(this.inputs.media);
    await this.list();
  }

  stop(): void {
    this.stopped = true;
    this.drop('microphone');
    this.drop('camera');
    this.set({ microphone: 'idle', camera: 'idle', audio: null, video: null });
  }

  async restore(kind: DeviceKind): Promise<void> {
    this.mark(kind, 'asking');
    const trouble = await this.ask(kind, this.usual(kind));
    if (trouble && !this.stopped) this.mark(kind, trouble);
    await this.list();
  }

  toggle(kind: DeviceKind): void {
    const track = this.state.get()[trackName(kind)];
    const now = this.state.get()[kind];
    if (!track || (now !== 'on' && now !== 'off')) return;
    track.enabled = now === 'off';
    this.mark(kind, track.enabled ? 'on' : 'off');
  }

  choose(kind: DeviceKind, id: string): Promise<boolean> {
    return this.change(kind, { ...(kind === 'microphone' ? SOUND : PICTURE), deviceId: { exact: id } });
  }

  flip(): Promise<boolean> {
    const { video, rear } = this.state.get();
    const settings = video?.getSettings();
    if (settings?.facingMode === undefined) return this.choose('camera', this.cameraAfter(settings?.deviceId));
    return this.change('camera', { ...PICTURE, facingMode: { exact: rear ? 'user' : 'environment' } });
  }

  /** Computers do not know which way their cameras look: the next one, then. */
  private cameraAfter(id: string | undefined): string {
    const { cameras } = this.state.get();
    const next = cameras[(cameras.findIndex((camera) => camera.id === id) + 1) % cameras.length];
    return next?.id ?? '';
  }

  private set(change: Partial<DevicesState>): void {
    if (!this.scope.ended) this.state.update((old) => ({ ...old, ...change }));
  }

  private mark(kind: DeviceKind, value: DeviceState): void {
    this.set(kind === 'microphone' ? { microphone: value } : { camera: value });
  }

  private drop(kind: DeviceKind): void {
    this.trackScopes[kind].end();
    this.trackScopes[kind] = this.scope.child();
    this.state.get()[trackName(kind)]?.stop();
  }

  private adopt(kind: DeviceKind, track: MediaStreamTrack): void {
    if (this.scope.ended || this.stopped) {
      track.stop();
      return;
    }
    track.enabled = this.state.get()[kind] !== 'off';
    this.drop(kind);
    const read = (): void => {
      if (track.readyState === 'ended') this.mark(kind, 'ended');
      else if (track.muted) this.mark(kind, 'muted');
      else this.mark(kind, track.enabled ? 'on' : 'off');
    };
    for (const type of ['ended', 'mute', 'unmute']) this.trackScopes[kind].listen(track, type, read);
    const rear = track.getSettings().facingMode === 'environment';
    this.set(kind === 'microphone' ? { audio: track } : { video: track, rear });
    read();
  }

  private adoptAll(stream: MediaStream): void {
    const [audio] = stream.getAudioTracks();
    const [video] = stream.getVideoTracks();
    if (audio) this.adopt('microphone', audio);
    if (video) this.adopt('camera', video);
  }

  private async list(): Promise<void> {
    const found = (await this.inputs.media?.enumerateDevices().catch(() => [])) ?? [];
    const choices = (kind: MediaDeviceKind): Choice[] =>
      found.filter((device) => device.kind === kind && device.deviceId !== '').map(({ deviceId: id, label }) => ({ id, label }));
    this.set({ microphones: choices('audioinput'), cameras: choices('videoinput') });
  }

  private async ask(kind: DeviceKind, constraints: MediaTrackConstraints): Promise<Trouble | null> {
    if (!this.inputs.media) return 'insecure';
    try {
      this.adoptAll(await this.inputs.media.getUserMedia({ [trackName(kind)]: constraints }));
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  private usual(kind: DeviceKind): MediaTrackConstraints {
    return kind === 'microphone' ? SOUND : { ...PICTURE, facingMode: this.state.get().rear ? 'environment' : 'user' };
  }

  /** The stream that was opened beforehand, once; after that one has to ask. */
  private async takeOpened(): Promise<MediaStream | null> {
    const waiting = this.opened;
    this.opened = undefined;
    if (waiting) this.set({ microphone: 'asking', camera: 'asking' });
    const stream = await waiting;
    return stream?.active ? stream : null;
  }

  private async askForBoth(media: Pick<MediaDevices, 'getUserMedia'>): Promise<void> {
    this.set({ microphone: 'asking', camera: 'asking' });
    try {
      this.adoptAll(await media.getUserMedia(callConstraints));
    } catch (error) {
      await this.tellApart(troubleOf(error));
    }
  }

  /** Both together failed: find out which one it was, without asking again for what was refused. */
  private async tellApart(together: Trouble): Promise<void> {
    for (const kind of ['microphone', 'camera'] as const) {
      const refused = together === 'refused' && (await this.inputs.permission(kind)) !== 'granted';
      const trouble = refused ? 'refused' : await this.ask(kind, this.usual(kind));
      if (trouble && !this.stopped) this.mark(kind, trouble);
    }
  }

  /** Phones cannot hold two cameras open, so the old one is let go first and taken back when the new one fails. */
  private async change(kind: DeviceKind, wanted: MediaTrackConstraints): Promise<boolean> {
    const before = this.state.get()[trackName(kind)]?.getSettings().deviceId;
    this.drop(kind);
    const trouble = await this.ask(kind, wanted);
    if (!trouble) return true;
    const back = before === undefined ? this.usual(kind) : { ...this.usual(kind), deviceId: { exact: before } };
    if (await this.ask(kind, back)) this.mark(kind, trouble);
    return false;
  }
}
