import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import type { Decision, Patient, PostAnswer } from '../src/call/deciding';
import { createPictures } from '../src/call/pictures';
import type { PageMessage } from '../src/messages';
import { fakeCamera } from './fake-camera';
import { news, settle } from './fakes';

let scope: Scope;

function open() {
  const sent: PageMessage[] = [];
  const posted: string[] = [];
  const decided: [string, Decision][] = [];
  const answers: PostAnswer[] = [];
  const whose: { patient: Patient | null } = { patient: { id: 'p', name: 'Tolvan Tolvansson', identity: '19121212-1212' } };
  const camera = fakeCamera();
  let key = 0;
  const pictures = createPictures(scope, {
    send: (message) => {
      sent.push(message);
      return true;
    },
    newKey: () => `key-${(key += 1)}`,
    camera,
    post: (of) => {
      posted.push(of);
      return Promise.resolve(answers.shift() ?? { kind: 'done' });
    },
    decide: (id, decision) => {
      decided.push([id, decision]);
      return Promise.resolve(answers.shift() ?? { kind: 'done' });
    },
    patient: () => Promise.resolve(whose.patient),
  });
  const { state, actions } = pictures;
  const take = async (): Promise<void> => {
    await actions.aim();
    await actions.shoot();
  };
  return { state, actions, camera, sent, posted, decided, answers, whose, take, kind: () => state.get().taking.kind };
}

const NOT_CONFIRMED: PostAnswer = { kind: 'refused', why: 'Bekräfta.', slug: 'meetings/patient-not-confirmed' };
const picture = (id: string) => ({ id, width: 1280, height: 720, takenAt: '2026-03-02T21:07:00Z' });
const seen = (...ids: string[]) => news({ pictures: { maySave: true, routine: 'Fråga först.', undecided: ids.map(picture) } });

beforeEach(() => {
  vi.useFakeTimers();
  scope = createScope();
});
afterEach(() => {
  scope.end();
  vi.useRealTimers();
});

describe('taking a picture (R0-37)', () => {
  it('is sent only when the one who took it has seen it and said so', async () => {
    const { take, actions, posted, kind, camera } = open();
    await take();
    expect(kind()).toBe('taken');
    expect(posted).toEqual([]);
    await actions.post();
    expect(posted).toEqual(['key-1']);
    expect(kind()).toBe('sent');
    expect(camera.done).toEqual(['aim', 'rest']);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(kind()).toBe('idle');
  });

  it('is taken again under another key', async () => {
    const { take, actions, posted } = open();
    await take();
    await take();
    await actions.post();
    expect(posted).toEqual(['key-2']);
  });

  it('is gone when it is thrown away, the camera is as before, and the one who asked is told', async () => {
    const { take, actions, posted, kind, camera, sent } = open();
    actions.heard(news({ pictureWanted: true }));
    await take();
    await actions.drop();
    expect(kind()).toBe('idle');
    expect(camera.done).toEqual(['aim', 'rest']);
    expect(sent).toEqual([{ type: 'unwant' }]);
    expect(posted).toEqual([]);
  });

  it('is sent again under the same key until the server has answered', async () => {
    const { take, actions, posted, answers, kind, state } = open();
    answers.push({ kind: 'unreachable' }, { kind: 'unreachable' });
    await take();
    await actions.post();
    expect(state.get().taking).toMatchObject({ kind: 'sending', again: true });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kind()).toBe('sending');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posted).toEqual(['key-1', 'key-1', 'key-1']);
    expect(kind()).toBe('sent');
  });

  it('stays to be tried again, in the words of the server, when it would not take it', async () => {
    const { take, actions, posted, answers, state } = open();
    answers.push({ kind: 'refused', why: 'Det finns inte plats för bilden just nu.', slug: null });
    await take();
    await actions.post();
    expect(state.get().taking).toMatchObject({ kind: 'not-sent', why: 'Det finns inte plats för bilden just nu.' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(1);
    await actions.post();
    expect(posted).toEqual(['key-1', 'key-1']);
  });

  it('is no longer sent once it was thrown away on the way', async () => {
    const { take, actions, posted, answers, kind } = open();
    answers.push({ kind: 'unreachable' });
    await take();
    await actions.post();
    await actions.drop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(posted).toHaveLength(1);
    expect(kind()).toBe('idle');
  });

  it('says so when the camera gives none', async () => {
    const { take, camera, kind } = open();
    camera.broken = true;
    await take();
    expect(kind()).toBe('no-picture');
  });

  it('puts the camera back also when it is stopped before the camera was ready', async () => {
    const { actions, camera, kind } = open();
    const aiming = actions.aim();
    await actions.drop();
    await aiming;
    expect(kind()).toBe('idle');
    expect(camera.done).toEqual(['aim', 'rest', 'rest']);
  });

  it('offers light only where there is one', async () => {
    const { actions, camera, state } = open();
    await actions.aim();
    expect(state.get().taking).toEqual({ kind: 'aiming', torch: null });
    camera.light = false;
    await actions.aim();
    await actions.light(true);
    expect(state.get().taking).toEqual({ kind: 'aiming', torch: true });
  });
});

describe('asking for a picture and deciding (R0-37, R0-38)', () => {
  it('tells the one who asked that there will be none, but not after taking it back', () => {
    const { actions, state, sent } = open();
    actions.ask();
    actions.heard(news({ pictureWanted: true, pictures: { maySave: false, routine: null, undecided: [] } }));
    actions.heard(news({ pictures: { maySave: false, routine: null, undecided: [] } }));
    expect(state.get().declined).toBe(true);
    actions.heard(news({ pictureWanted: true, pictures: { maySave: false, routine: null, undecided: [] } }));
    expect(state.get().declined).toBe(false);
    actions.unask();
    actions.heard(news({ pictures: { maySave: false, routine: null, undecided: [] } }));
    expect(state.get().declined).toBe(false);
    expect(sent.map(({ type }) => type)).toEqual(['want', 'unwant']);
  });

  it('takes a picture that comes for the answer', () => {
    const { actions, state } = open();
    actions.heard(news({ pictureWanted: true, pictures: { maySave: false, routine: null, undecided: [] } }));
    actions.heard(seen('a'));
    expect(state.get()).toMatchObject({ declined: false, wanted: false, maySave: true, routine: 'Fråga först.' });
  });

  it('keeps the others when one is decided about, and says what became of it', async () => {
    const { actions, state, decided } = open();
    actions.heard(seen('a', 'b'));
    await actions.decide('a', { kind: 'save', patientAsked: false });
    expect(decided).toEqual([['a', { kind: 'save', patientAsked: false }]]);
    expect(state.get().undecided.map(({ id }) => id)).toEqual(['b']);
    expect(state.get().decided).toBe('saved');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(state.get().decided).toBeNull();
  });

  it('can still be decided about when the call is over, when nothing is taken any longer', async () => {
    const { actions, state, take, kind } = open();
    actions.heard(seen('a'));
    await take();
    actions.callIsOver();
    expect(kind()).toBe('idle');
    await actions.decide('a', { kind: 'save', patientAsked: true });
    expect(state.get()).toMatchObject({ undecided: [], decided: 'saved' });
  });

  it('leaves the picture where it is when the server would not, and says why', async () => {
    const { actions, state, answers } = open();
    actions.heard(seen('a'));
    answers.push({ kind: 'refused', why: 'Er enhet sparar inte bilder.', slug: null });
    await actions.decide('a', { kind: 'save', patientAsked: true });
    expect(state.get()).toMatchObject({ notDecided: 'Er enhet sparar inte bilder.', deciding: false });
    expect(state.get().undecided).toHaveLength(1);
    answers.push({ kind: 'unreachable' });
    await actions.decide('a', { kind: 'discard' });
    expect(state.get().notDecided).toBe('');
    await settle();
  });

  it('asks whose call it is before the first is saved, and saves it once that is said (R0-53)', async () => {
    const { actions, state, answers, decided } = open();
    actions.heard(seen('a'));
    answers.push(NOT_CONFIRMED);
    await actions.decide('a', { kind: 'save', patientAsked: true });
    expect(state.get()).toMatchObject({ confirming: { id: 'a', patient: { name: 'Tolvan Tolvansson' } }, notDecided: null, deciding: false });
    await actions.confirm(true);
    expect(decided.at(-1)).toEqual(['a', { kind: 'save', patientAsked: true, rightPatient: 'p' }]);
    expect(state.get()).toMatchObject({ confirming: null, undecided: [], decided: 'saved' });
  });

  it('saves nothing of somebody else, and the picture is left to decide about', async () => {
    const { actions, state, answers, decided } = open();
    actions.heard(seen('a'));
    answers.push(NOT_CONFIRMED);
    await actions.decide('a', { kind: 'save', patientAsked: true });
    await actions.confirm(false);
    expect(decided).toHaveLength(1);
    expect(state.get()).toMatchObject({ confirming: null, decided: null });
    expect(state.get().undecided).toHaveLength(1);
  });

  it('says that it did not work when nobody tells whose call it is', async () => {
    const { actions, state, answers, whose } = open();
    whose.patient = null;
    actions.heard(seen('a'));
    answers.push(NOT_CONFIRMED);
    await actions.decide('a', { kind: 'save', patientAsked: true });
    expect(state.get()).toMatchObject({ confirming: null, notDecided: '', deciding: false });
  });
});
