import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createStore } from '../src/base/store';
import type { PicturesState } from '../src/call/pictures';
import type { RoomContext } from '../src/views/context';
import { pictureTakeView } from '../src/views/picture-take';
import { sv } from '../src/words/sv';
import { photo } from './fake-camera';
import { fakeDocument } from './fake-document';

let scope: Scope;

beforeEach(() => {
  vi.stubGlobal('document', fakeDocument());
  scope = createScope();
});
afterEach(() => {
  scope.end();
  vi.unstubAllGlobals();
});

/** What the one who took it reads. */
function shown(width: number, height: number): string | null {
  const state = createStore({ wanted: false, taking: { kind: 'taken', photo: { ...photo(), width, height } } } as PicturesState);
  return pictureTakeView(scope, { words: sv, call: { pictures: { state } } } as unknown as RoomContext).textContent;
}

describe('a picture that was taken (R0-37)', () => {
  it.each([
    [1280, 720],
    [720, 1280],
    [2560, 1920],
  ])('of %i × %i points is asked about and nothing else', (width, height) => {
    expect(shown(width, height)).toContain(sv.pictureGood);
    expect(shown(width, height)).not.toContain('Bilden är liten');
  });

  it.each([
    [1279, 720],
    [720, 1279],
    [640, 480],
  ])('of %i × %i points says that it is small, and can be sent all the same', (width, height) => {
    expect(shown(width, height)).toContain(sv.pictureSmall(width, height));
    expect(shown(width, height)).toContain(sv.sendPicture);
  });
});
