import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../src/base/store';
import type { Call } from '../src/call/call';
import { report, technique } from '../src/call/disturbance';

const call = (screen: 'room' | 'waiting'): Call =>
  ({
    state: createStore({ screen: { kind: screen }, media: 'available' }),
    devices: { state: createStore({ camera: 'busy', microphone: 'on' }) },
  }) as unknown as Call;

describe('what does not work', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  it('is told with the technique as the room knows it, and nothing else', () => {
    vi.stubGlobal('screen', { width: 820, height: 1180 });
    expect(technique(call('room'), 'weak')).toEqual({
      page: 'room', screen: '820x1180', camera: 'busy', microphone: 'on', connection: 'weak', media: 'available',
    });
    expect(technique(call('waiting'), 'unknown')['page']).toBe('waiting');
  });

  it('says so when the report did not arrive', async () => {
    vi.stubGlobal('document', { querySelector: () => null });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect(await report('SOUND', {})).toBeNull();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })));
    expect(await report('SOUND', {})).toBeNull();
  });

  it('brings back what to try', async () => {
    vi.stubGlobal('document', { querySelector: () => null });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"tips":["Höj ljudet."]}')));
    expect(await report('SOUND', {})).toEqual(['Höj ljudet.']);
  });
});
