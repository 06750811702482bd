import { createStore } from '../src/base/store';
import type { PostAnswer } from '../src/call/deciding';
import type { Camera, Photo } from '../src/call/pictures';

/** A camera that gives the same photo each time, and remembers what was asked of it. */
export function fakeCamera(): Camera & { done: string[]; broken: boolean; light: boolean | null } {
  const fake = {
    done: [] as string[],
    broken: false,
    light: null as boolean | null,
    aim: () => {
      fake.done.push('aim');
      return Promise.resolve();
    },
    torch: () => fake.light,
    setTorch: (on: boolean) => {
      fake.light = on;
      return Promise.resolve();
    },
    shoot: () => (fake.broken ? Promise.reject(new Error('no picture')) : Promise.resolve(photo())),
    rest: () => {
      fake.done.push('rest');
      return Promise.resolve();
    },
  };
  return fake;
}

export const photo = (): Photo => ({ blob: new Blob(['jpeg'], { type: 'image/jpeg' }), width: 1280, height: 720 });

/** What a call needs in which nobody takes a picture or locks a screen. */
export function quietCall() {
  const done = (): Promise<PostAnswer> => Promise.resolve({ kind: 'done' });
  const pictures = { camera: fakeCamera(), post: done, decide: done, patient: () => Promise.resolve(null) };
  return { away: createStore(false), pictures };
}
