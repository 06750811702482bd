import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { troubleOf, wireState, type DevicesInputs, type DeviceState } from '../src/call/device-state';
import { createDevices } from '../src/call/devices';
import { FakeTrack, settle, stream } from './fakes';

let scope: Scope;
beforeEach(() => {
  scope = createScope();
});
afterEach(() => {
  scope.end();
});

const error = (name: string): Error => Object.assign(new Error(name), { name });

type Answer = (constraints: MediaStreamConstraints) => MediaStream;

/** A browser whose answers the test decides, with every question written down. */
function browser(answer: Answer) {
  const asked: MediaStreamConstraints[] = [];
  const media = Object.assign(new EventTarget(), {
    getUserMedia: (constraints: MediaStreamConstraints) => {
      asked.push(constraints);
      return Promise.resolve().then(() => answer(constraints));
    },
    enumerateDevices: () =>
      Promise.resolve([
        { kind: 'audioinput', deviceId: 'mic', label: 'Mikrofon' },
        { kind: 'videoinput', deviceId: 'front', label: 'Fram' },
        { kind: 'videoinput', deviceId: 'back', label: 'Bak' },
      ] as MediaDeviceInfo[]),
  });
  return { media: media as unknown as NonNullable<DevicesInputs['media']>, asked };
}

const everything: Answer = ({ audio, video }) =>
  stream(...(audio ? [new FakeTrack('audio')] : []), ...(video ? [new FakeTrack('video', { deviceId: 'front', facingMode: 'user' })] : []));

const failing = (broken: 'audio' | 'video' | 'both', name: string): Answer => (constraints) => {
  if (broken === 'both' || constraints[broken]) throw error(name);
  return everything(constraints);
};

function open(answer: Answer, permission: PermissionState | 'unknown' = 'granted') {
  const { media, asked } = browser(answer);
  return { ...createDevices(scope, { media, permission: () => Promise.resolve(permission) }), asked };
}

describe('camera and microphone', () => {
  it('are asked for once, together', async () => {
    const { state, actions, asked } = open(everything);
    await actions.start();
    expect(asked).toHaveLength(1);
    expect(state.get()).toMatchObject({ microphone: 'on', camera: 'on', cameras: [{ id: 'front' }, { id: 'back' }] });
  });

  it.each<[string, 'audio' | 'video' | 'both', string, DeviceState, DeviceState]>([
    ['a camera in use elsewhere', 'video', 'NotReadableError', 'on', 'busy'],
    ['no camera', 'video', 'NotFoundError', 'on', 'missing'],
    ['no microphone', 'audio', 'NotFoundError', 'missing', 'on'],
    ['a microphone in use elsewhere', 'audio', 'NotReadableError', 'busy', 'on'],
    ['neither', 'both', 'NotFoundError', 'missing', 'missing'],
  ])('tell %s apart from the rest', async (_what, broken, name, microphone, camera) => {
    const { state, actions } = open(failing(broken, name));
    await actions.start();
    expect(state.get()).toMatchObject({ microphone, camera });
  });

  it('are not asked for again when they were refused', async () => {
    const { state, actions, asked } = open(failing('both', 'NotAllowedError'), 'denied');
    await actions.start();
    expect(state.get()).toMatchObject({ microphone: 'refused', camera: 'refused' });
    expect(asked).toHaveLength(1);
  });

  it('are told missing for the address when the page is not secure', async () => {
    const { state, actions } = createDevices(scope, { media: null, permission: () => Promise.resolve('unknown') });
    await actions.start();
    expect(state.get()).toMatchObject({ microphone: 'insecure', camera: 'insecure' });
  });

  it('keep the stream that was opened before the press, without asking', async () => {
    const { media, asked } = browser(everything);
    const opened = Promise.resolve(stream(new FakeTrack('audio'), new FakeTrack('video')));
    const { state, actions } = createDevices(scope, { media, permission: () => Promise.resolve('granted'), opened });
    await actions.start();
    expect(asked).toHaveLength(0);
    expect(state.get()).toMatchObject({ microphone: 'on', camera: 'on' });
  });

  it('show what is true: own choice, the system, a plug pulled', async () => {
    const { state, actions } = open(everything);
    await actions.start();
    const microphone = state.get().audio as unknown as FakeTrack;
    actions.toggle('microphone');
    expect([state.get().microphone, microphone.enabled]).toEqual(['off', false]);
    actions.toggle('microphone');
    microphone.held(true);
    expect(state.get().microphone).toBe('muted');
    microphone.held(false);
    expect(state.get().microphone).toBe('on');
    microphone.unplugged();
    expect(state.get().microphone).toBe('ended');
  });

  it('let go of the first camera before the second is opened, and take it back when that fails', async () => {
    const { state, actions, asked } = open((constraints) => {
      const wanted = typeof constraints.video === 'object' ? constraints.video.facingMode : undefined;
      if (typeof wanted === 'object' && 'exact' in wanted) throw error('OverconstrainedError');
      return everything(constraints);
    });
    await actions.start();
    const before = state.get().video;
    expect(await actions.flip()).toBe(false);
    expect(before?.readyState).toBe('ended');
    expect(state.get().camera).toBe('on');
    expect(asked.at(-1)).toMatchObject({ video: { deviceId: { exact: 'front' } } });
  });

  it('stay muted when another microphone is chosen', async () => {
    const { state, actions } = open(everything);
    await actions.start();
    actions.toggle('microphone');
    expect(await actions.choose('microphone', 'mic')).toBe(true);
    expect(state.get().microphone).toBe('off');
    expect(state.get().audio?.enabled).toBe(false);
  });

  it('that are given only after the call was left are turned off at once', async () => {
    let late: FakeTrack | undefined;
    const { state, actions } = open(() => stream((late = new FakeTrack('video'))));
    const starting = actions.start();
    await settle();
    actions.stop();
    await starting;
    expect(late?.readyState).toBe('ended');
    expect(state.get().video).toBeNull();
  });

  it('are told to the others in their words', () => {
    expect((['idle', 'muted', 'insecure', 'ended', 'on'] as const).map(wireState)).toEqual(['off', 'held', 'refused', 'ended', 'on']);
    expect(troubleOf(error('AbortError'))).toBe('busy');
  });
});
