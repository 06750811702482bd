import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { WireTrackState } from '../messages';

export type DeviceKind = 'microphone' | 'camera';
export type Trouble = 'missing' | 'busy' | 'refused' | 'insecure' | 'ended';

/** The true state: `off` is one's own choice, `muted` is the system's (a call, a lid, a key on the microphone). */
export type DeviceState = 'idle' | 'asking' | 'on' | 'off' | 'muted' | Trouble;

export interface Choice {
  id: string;
  label: string;
}

export interface DevicesState {
  microphone: DeviceState;
  camera: DeviceState;
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  microphones: readonly Choice[];
  cameras: readonly Choice[];
  /** True while the picture comes from the camera on the back. */
  rear: boolean;
}

export interface DevicesInputs {
  /** Null where the browser gives none: the page is not in a secure context. */
  media: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'> | null;
  permission: (kind: DeviceKind) => Promise<PermissionState | 'unknown'>;
  /** Opened before, while the professional ticked the box: kept as it is, never asked for again. */
  opened?: MediaStream | undefined;
}

export interface Devices {
  state: Readable<DevicesState>;
  actions: {
    /** Asks for both at once: one question to the person, one getUserMedia. */
    start: () => Promise<void>;
    toggle: (kind: DeviceKind) => void;
    /** False when the new one would not start and the old one is back. */
    choose: (kind: DeviceKind, id: string) => Promise<boolean>;
    flip: () => Promise<boolean>;
    restore: (kind: DeviceKind) => Promise<void>;
    stop: () => void;
  };
}

const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
};

export const callConstraints: MediaStreamConstraints = { audio: SOUND, video: { ...PICTURE, facingMode: 'user' } };

export function troubleOf(error: unknown): Trouble {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'TypeError':
      return 'insecure';
    default:
      return 'busy';
  }
}

/** What the others are told about a device. */
export function wireState(state: DeviceState): WireTrackState {
  switch (state) {
    case 'idle':
    case 'asking':
    case 'muted':
      return 'off';
    case 'insecure':
      return 'refused';
    default:
      return state;
  }
}

export const isTrouble = (state: DeviceState): state is Trouble =>
  ['missing', 'busy', 'refused', 'insecure', 'ended'].includes(state);

const trackName = (kind: DeviceKind): 'audio' | 'video' => (kind === 'microphone' ? 'audio' : 'video');

/** Camera and microphone: asked for once, told apart when they fail, changed without losing the other. */
export function createDevices(scope: Scope, inputs: DevicesInputs): Devices {
  const state = createStore<DevicesState>({
    microphone: 'idle',
    camera: 'idle',
    audio: null,
    video: null,
    microphones: [],
    cameras: [],
    rear: false,
  });
  let trackScopes: Record<DeviceKind, Scope> = { microphone: scope.child(), camera: scope.child() };

  let stopped = false;

  const set = (change: Partial<DevicesState>): void => {
    if (!scope.ended) state.update((old) => ({ ...old, ...change }));
  };
  const mark = (kind: DeviceKind, value: DeviceState): void => {
    set(kind === 'microphone' ? { microphone: value } : { camera: value });
  };

  function drop(kind: DeviceKind): void {
    trackScopes[kind].end();
    trackScopes = { ...trackScopes, [kind]: scope.child() };
    state.get()[trackName(kind)]?.stop();
  }

  function adopt(kind: DeviceKind, track: MediaStreamTrack): void {
    if (scope.ended || stopped) {
      track.stop();
      return;
    }
    const wasOff = state.get()[kind] === 'off';
    drop(kind);
    track.enabled = !wasOff;
    const read = (): void => {
      if (track.readyState === 'ended') mark(kind, 'ended');
      else if (track.muted) mark(kind, 'muted');
      else mark(kind, track.enabled ? 'on' : 'off');
    };
    for (const type of ['ended', 'mute', 'unmute']) trackScopes[kind].listen(track, type, read);
    set(kind === 'microphone' ? { audio: track } : { video: track, rear: track.getSettings().facingMode === 'environment' });
    read();
  }

  function adoptAll(stream: MediaStream): void {
    const [audio] = stream.getAudioTracks();
    const [video] = stream.getVideoTracks();
    if (audio) adopt('microphone', audio);
    if (video) adopt('camera', video);
  }

  async function list(): Promise<void> {
    const found = (await inputs.media?.enumerateDevices().catch(() => [])) ?? [];
    const choices = (kind: MediaDeviceKind): Choice[] =>
      found.filter((device) => device.kind === kind && device.deviceId !== '').map(({ deviceId: id, label }) => ({ id, label }));
    set({ microphones: choices('audioinput'), cameras: choices('videoinput') });
  }

  async function ask(kind: DeviceKind, constraints: MediaTrackConstraints): Promise<Trouble | null> {
    if (!inputs.media) return 'insecure';
    try {
      adoptAll(await inputs.media.getUserMedia({ [trackName(kind)]: constraints }));
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  const usual = (kind: DeviceKind): MediaTrackConstraints =>
    kind === 'microphone' ? SOUND : { ...PICTURE, facingMode: state.get().rear ? 'environment' : 'user' };

  async function restore(kind: DeviceKind): Promise<void> {
    mark(kind, 'asking');
    const trouble = await ask(kind, usual(kind));
    if (trouble && !stopped) mark(kind, trouble);
    await list();
  }

  /** Both together failed: find out which one it was, without asking again for what was refused. */
  async function tellApart(together: Trouble): Promise<void> {
    for (const kind of ['microphone', 'camera'] as const) {
      const refused = together === 'refused' && (await inputs.permission(kind)) !== 'granted';
      const trouble = refused ? 'refused' : await ask(kind, usual(kind));
      if (trouble) mark(kind, trouble);
    }
  }

  async function start(): Promise<void> {
    if (inputs.opened?.active) {
      adoptAll(inputs.opened);
      await list();
      return;
    }
    if (!inputs.media) {
      set({ microphone: 'insecure', camera: 'insecure' });
      return;
    }
    set({ microphone: 'asking', camera: 'asking' });
    try {
      adoptAll(await inputs.media.getUserMedia(callConstraints));
    } catch (error) {
      await tellApart(troubleOf(error));
    }
    await list();
  }

  /** Phones cannot hold two cameras open, so the old one is let go first and taken back when the new one fails. */
  async function change(kind: DeviceKind, wanted: MediaTrackConstraints): Promise<boolean> {
    const before = state.get()[trackName(kind)]?.getSettings().deviceId;
    drop(kind);
    const trouble = await ask(kind, wanted);
    if (!trouble) return true;
    const back = before === undefined ? usual(kind) : { ...usual(kind), deviceId: { exact: before } };
    if (await ask(kind, back)) mark(kind, trouble);
    return false;
  }

  if (inputs.media) scope.listen(inputs.media as unknown as EventTarget, 'devicechange', () => void list());
  const stop = (): void => {
    stopped = true;
    drop('microphone');
    drop('camera');
    set({ microphone: 'idle', camera: 'idle', audio: null, video: null });
  };
  scope.onEnd(() => {
    state.get().audio?.stop();
    state.get().video?.stop();
  });

  return {
    state,
    actions: {
      start,
      stop,
      restore,
      toggle(kind) {
        const track = state.get()[trackName(kind)];
        const now = state.get()[kind];
        if (!track || (now !== 'on' && now !== 'off')) return;
        track.enabled = now === 'off';
        mark(kind, track.enabled ? 'on' : 'off');
      },
      choose: (kind, id) =>
        change(kind, kind === 'microphone' ? { ...SOUND, deviceId: { exact: id } } : { ...PICTURE, deviceId: { exact: id } }),
      flip: () => change('camera', { ...PICTURE, facingMode: { exact: state.get().rear ? 'user' : 'environment' } }),
    },
  };
}
