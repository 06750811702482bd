import { PICTURE, type Devices } from './device-state';
import type { Camera, Photo } from './pictures';

/** The few things that need a browser; tests have their own. */
export interface CameraInputs {
  devices: Devices;
  /** The camera's own still picture; null where the browser offers none. */
  still: ((track: MediaStreamTrack) => Promise<Photo>) | null;
  /** The next frame of a track, as soon as it has grown to that long side, or what has come after a moment. */
  frame: (track: MediaStreamTrack, longSide: number) => Promise<Photo>;
  /** Rejects after that many milliseconds. */
  tooLong: (milliseconds: number) => Promise<never>;
}

/** Some cameras promise a still picture and never give one. */
const STILL_LIMIT = 3_000;

type WithTorch = MediaTrackCapabilities & { torch?: boolean };
type TorchSetting = MediaTrackConstraintSet & { torch: boolean };

/** The track that the others see is raised to what its camera can for one frame, and put back. */
export function createCamera({ devices, still, frame, tooLong }: CameraInputs): Camera {
  /** How it was before the first of several tries. */
  let before: { front: boolean; off: boolean } | null = null;
  let lit = false;
  const track = (): MediaStreamTrack | null => devices.state.get().video;
  const can = (): WithTorch => (track() as Partial<MediaStreamTrack> | null)?.getCapabilities?.() ?? {};

  /** Whatever is asked of a track without its light puts the light out. */
  const light = (on: boolean): { advanced?: TorchSetting[] } => (on || lit ? { advanced: [{ torch: on }] } : {});

  async function setTorch(on: boolean): Promise<void> {
    await track()?.applyConstraints({ ...PICTURE, ...light(on) });
    lit = on;
  }

  async function fromTrack(of: MediaStreamTrack): Promise<Photo> {
    const { width, height } = can();
    const most = Math.max(width?.max ?? 0, height?.max ?? 0);
    // All that it can, however the device is held.
    const whole = { width: { ideal: width?.max ?? most }, height: { ideal: height?.max ?? most } };
    if (most > 0) await of.applyConstraints({ ...whole, ...light(lit) });
    return frame(of, most);
  }

  return {
    async aim() {
      const { camera, rear } = devices.state.get();
      before ??= { front: !rear && track()?.getSettings().facingMode === 'user', off: camera === 'off' };
      if (camera === 'off') devices.actions.toggle('camera');
      if (before.front && !rear) await devices.actions.flip();
    },
    torch: () => (can().torch ? lit : null),
    setTorch,
    async shoot() {
      const of = track();
      if (!of) throw new Error('no camera');
      try {
        if (still) {
          try {
            return await Promise.race([still(of), tooLong(STILL_LIMIT)]);
          } catch {
            // Then a frame of the film.
          }
        }
        return await fromTrack(of);
      } finally {
        lit = false;
        await of.applyConstraints(PICTURE).catch(() => undefined);
      }
    },
    async rest() {
      if (lit) await setTorch(false).catch(() => undefined);
      const then = before;
      before = null;
      if (then?.front && devices.state.get().rear) await devices.actions.flip();
      if (then?.off && devices.state.get().camera === 'on') devices.actions.toggle('camera');
    },
  };
}
