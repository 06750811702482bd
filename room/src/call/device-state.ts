import type { Readable } from '../base/store';
import type { TrackState } from '../messages';

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
  opened?: Promise<MediaStream | null> | undefined;
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

export const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
export const PICTURE: MediaTrackConstraints = {
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
export function wireState(state: DeviceState): TrackState {
  switch (state) {
    case 'idle':
    case 'asking':
      return 'off';
    case 'muted':
      return 'held';
    case 'insecure':
      return 'refused';
    default:
      return state;
  }
}

/** Those that the system ended although nobody had turned them off. */
export const endedBySystem = (state: DevicesState): DeviceKind[] =>
  (['microphone', 'camera'] as const).filter((kind) => state[kind] === 'ended' && state[trackName(kind)]?.enabled);

export const isTrouble = (state: DeviceState): state is Trouble =>
  ['missing', 'busy', 'refused', 'insecure', 'ended'].includes(state);

export const trackName = (kind: DeviceKind): 'audio' | 'video' => (kind === 'microphone' ? 'audio' : 'video');
