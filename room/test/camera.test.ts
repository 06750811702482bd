import { describe, expect, it } from 'vitest';
import { createCamera, type CameraInputs } from '../src/call/camera';
import { PICTURE } from '../src/call/device-state';
import { photo } from './fake-camera';
import { fakeDevices, FakeTrack } from './fakes';

class Lens extends FakeTrack {
  readonly applied: MediaTrackConstraints[] = [];

  constructor(facingMode: string, private readonly can: Record<string, unknown>) {
    super('video', { facingMode });
  }

  getCapabilities(): unknown {
    return this.can;
  }

  applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    this.applied.push(constraints);
    return Promise.resolve();
  }
}

const WIDE = { width: { max: 4032 }, height: { max: 3024 } };

function open(lens: Lens, change: Partial<CameraInputs> = {}) {
  const devices = fakeDevices();
  devices.set({ video: lens.asTrack() });
  const framed: number[] = [];
  const camera = createCamera({
    devices,
    still: null,
    frame: (_, longSide) => {
      framed.push(longSide);
      return Promise.resolve(photo());
    },
    tooLong: () => new Promise(() => undefined),
    ...change,
  });
  return { camera, devices, framed };
}

describe('the camera for one picture', () => {
  it('is raised to its most for one frame and put back to what the call asks', async () => {
    const lens = new Lens('environment', WIDE);
    const { camera, framed } = open(lens);
    await camera.shoot();
    expect(lens.applied).toEqual([{ width: { ideal: 4032 }, height: { ideal: 3024 } }, PICTURE]);
    expect(framed).toEqual([4032]);
  });

  it('gives its own still picture where it can, and leaves the film alone', async () => {
    const lens = new Lens('environment', WIDE);
    const { camera, framed } = open(lens, { still: () => Promise.resolve({ ...photo(), width: 4032 }) });
    expect((await camera.shoot()).width).toBe(4032);
    expect(framed).toEqual([]);
    expect(lens.applied).toEqual([PICTURE]);
  });

  it('falls back on a frame when the still picture fails or does not come', async () => {
    const failing = open(new Lens('environment', WIDE), { still: () => Promise.reject(new Error('none')) });
    await failing.camera.shoot();
    expect(failing.framed).toEqual([4032]);
    const hanging = open(new Lens('environment', WIDE), {
      still: () => new Promise(() => undefined),
      tooLong: () => Promise.reject(new Error('too long')),
    });
    await hanging.camera.shoot();
    expect(hanging.framed).toEqual([4032]);
  });

  it('is put back also when there was no picture', async () => {
    const lens = new Lens('environment', WIDE);
    const { camera } = open(lens, { frame: () => Promise.reject(new Error('none')) });
    await expect(camera.shoot()).rejects.toThrow();
    expect(lens.applied.at(-1)).toEqual(PICTURE);
  });

  it('looks out from the back, and turns to the face again afterwards', async () => {
    const { camera, devices } = open(new Lens('user', {}));
    let flips = 0;
    devices.actions.flip = () => {
      flips += 1;
      devices.set({ rear: flips % 2 === 1 });
      return Promise.resolve(true);
    };
    await camera.aim();
    expect(devices.state.get().rear).toBe(true);
    await camera.shoot();
    await camera.aim();
    expect(devices.state.get().rear).toBe(true);
    await camera.rest();
    expect(devices.state.get().rear).toBe(false);
    await camera.rest();
    expect(flips).toBe(2);
  });

  it('does not look for another way out where the camera knows none', async () => {
    const { camera, devices } = open(new Lens('environment', {}));
    devices.set({ rear: true });
    devices.actions.flip = () => Promise.reject(new Error('flipped'));
    await camera.aim();
    await camera.rest();
  });

  it('has light only where the track says so, and puts it out', async () => {
    const dark = open(new Lens('environment', {}));
    expect(dark.camera.torch()).toBeNull();
    const lens = new Lens('environment', { torch: true });
    const { camera } = open(lens);
    await camera.aim();
    expect(camera.torch()).toBe(false);
    await camera.setTorch(true);
    expect(camera.torch()).toBe(true);
    await camera.rest();
    expect(lens.applied.map(({ advanced }) => advanced)).toEqual([[{ torch: true }], [{ torch: false }]]);
  });

  it('keeps its light for the frame', async () => {
    const lens = new Lens('environment', { ...WIDE, torch: true });
    const { camera } = open(lens);
    await camera.aim();
    await camera.setTorch(true);
    await camera.shoot();
    expect(lens.applied.map(({ advanced }) => advanced)).toEqual([[{ torch: true }], [{ torch: true }], undefined]);
    expect(camera.torch()).toBe(false);
  });

  it('is turned on for the picture where somebody had turned it off, and off again', async () => {
    const { camera, devices } = open(new Lens('environment', {}));
    devices.set({ camera: 'off' });
    devices.actions.toggle = () => { devices.set({ camera: devices.state.get().camera === 'on' ? 'off' : 'on' }); };
    await camera.aim();
    expect(devices.state.get().camera).toBe('on');
    await camera.rest();
    expect(devices.state.get().camera).toBe('off');
  });
});
