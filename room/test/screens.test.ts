import { describe, expect, it } from 'vitest';
import { changesOf } from '../src/call/announce';
import { firstAsk } from '../src/call/first-ask';
import { count, judge } from '../src/call/quality';
import { isOver, screenKinds, screenOf, type Screen } from '../src/call/screens';
import { readSettings } from '../src/call/settings';
import { isAppleTouch, isHandheld, isTelephone, telUri } from '../src/base/browser';
import { lasted } from '../src/page/times';
import { silences } from '../src/views/people';
import { tilesOf } from '../src/views/tiles';
import { remediesFor } from '../src/views/trouble';
import { sv } from '../src/words/sv';
import { news, person } from './fakes';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';
const IPAD = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';
const ANDROID_TABLET = 'Mozilla/5.0 (Linux; Android 15; SM-X710) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

describe('what is shown', () => {
  it('has one screen for every kind in the list that the tests visit', () => {
    const open = { kind: 'open' } as const;
    const reached: Screen[] = [
      screenOf(null, open, null),
      screenOf(news(), open, null),
      screenOf(news({ stage: 'admitted' }), open, null),
      screenOf(news({ stage: 'refused' }), open, null),
      screenOf(news({ stage: 'ended' }), open, null),
      screenOf(news(), open, 'leave'),
      screenOf(news(), { kind: 'closed', reason: 'revoked' }, null),
    ];
    expect(reached.map(({ kind }) => kind)).toEqual([...screenKinds]);
    expect(reached.filter(isOver).map(({ kind }) => kind)).toEqual(['refused', 'ended', 'left', 'closed']);
  });

  it('asks for the camera on the way in, and after a reload only with a word or a press', () => {
    expect(firstAsk(false, [])).toBe('ask');
    expect(firstAsk(true, ['granted', 'granted'])).toBe('say-and-ask');
    expect(firstAsk(true, ['granted', 'prompt'])).toBe('wait-for-press');
    expect(firstAsk(true, ['unknown', 'unknown'])).toBe('wait-for-press');
  });

  it('offers to dial on telephones only', () => {
    expect([IPHONE, ANDROID, IPAD, ANDROID_TABLET].map(isTelephone)).toEqual([true, true, false, false]);
    expect([isHandheld(IPHONE, 5), isHandheld(IPAD, 5), isHandheld(ANDROID_TABLET, 5), isHandheld(IPAD, 0)]).toEqual([true, true, true, false]);
    expect([isAppleTouch(IPAD, 5), isAppleTouch(IPAD, 0)]).toEqual([true, false]);
    expect(telUri('040-628 04 02')).toBe('tel:0406280402');
  });

  it('gives one remedy for one thing that is wrong', () => {
    const state = { audio: null, video: null, microphones: [], cameras: [], rear: false };
    const texts = { words: sv, appleTouch: false };
    expect(remediesFor({ ...state, microphone: 'refused', camera: 'refused' }, texts)).toMatchObject([{ text: sv.bothRefused }]);
    expect(remediesFor({ ...state, microphone: 'on', camera: 'busy' }, texts)).toMatchObject([{ text: sv.cameraBusy, again: ['camera'] }]);
    expect(remediesFor({ ...state, microphone: 'missing', camera: 'ended' }, texts).map(({ id }) => id)).toEqual(['microphone-missing', 'camera-ended']);
    expect(remediesFor({ ...state, microphone: 'insecure', camera: 'insecure' }, texts)).toMatchObject([{ text: sv.insecure, again: [] }]);
    expect(remediesFor({ ...state, microphone: 'on', camera: 'off' }, texts)).toEqual([]);
    expect(remediesFor({ ...state, microphone: 'muted', camera: 'on' }, texts)).toMatchObject([{ text: sv.microphoneMuted, again: ['microphone'] }]);
    expect(remediesFor({ ...state, microphone: 'on', camera: 'asking' }, texts, sv.turningOnAgain)).toMatchObject([{ text: sv.turningOnAgain }]);
  });

  it('gives one tile to those who share a connection, and none to oneself', () => {
    const people = [person(), person({ id: 'tolvan', name: 'Tolvan' }), person({ id: 'me', self: true, connection: 'mine' }), person({ id: 'phone', connection: null })];
    const tiles = tilesOf(people, new Map());
    expect(tiles.map(({ connection, people: seated }) => [connection, seated.length])).toEqual([['connection-2', 2]]);
  });

  it('says who came and who went', () => {
    const [karin, olof] = [person(), person({ id: 'olof', name: 'Olof' })];
    expect(changesOf([karin], [{ ...karin, present: false }, olof])).toEqual({ came: [olof], went: [karin], away: [], back: [] });
    expect(changesOf([karin], [karin])).toEqual({ came: [], went: [], away: [], back: [] });
  });

  it('says that a screen is locked, and not that its owner has gone', () => {
    const karin = person();
    const locked = { ...karin, away: true };
    expect(changesOf([karin], [locked])).toEqual({ came: [], went: [], away: [locked], back: [] });
    expect(changesOf([locked], [{ ...locked, present: false }])).toEqual({ came: [], went: [], away: [], back: [] });
    expect(changesOf([{ ...locked, present: false }], [karin])).toEqual({ came: [], went: [], away: [], back: [karin] });
    expect(silences(sv, { ...locked, present: false, camera: 'held' })).toEqual([sv.isAway]);
    expect(silences(sv, { ...karin, present: false })).toEqual([sv.notPresent]);
    expect(silences(sv, { ...karin, microphone: 'held' })).toEqual([sv.microphoneIsHeld]);
  });

  it('judges the connection by what was lost and how long it takes', () => {
    const before = { lost: 0, received: 1000, roundTrip: 0.05 };
    const after = (lost: number, roundTrip: number | null = 0.05) => judge(before, { lost, received: 1100 - lost, roundTrip });
    expect([after(0), after(6), after(20), after(0, 0.5), after(0, 1)]).toEqual(['good', 'weak', 'bad', 'weak', 'bad']);
    expect(judge(before, { ...before, roundTrip: null })).toBe('unknown');
    const reports = [
      { type: 'inbound-rtp', packetsLost: 2, packetsReceived: 10 },
      { type: 'inbound-rtp', packetsLost: 1, packetsReceived: 5 },
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.2 },
    ];
    expect(count(reports)).toEqual({ lost: 3, received: 15, roundTrip: 0.2 });
  });

  it('counts how long somebody has waited in the words of the server', () => {
    const minutes = (count: number) => lasted(sv, count * 60_000);
    expect([minutes(0.5), minutes(4), minutes(59.9), minutes(60), minutes(125)]).toEqual(['under 1 min', '4 min', '59 min', '1 tim', '2 tim 5 min']);
  });

  it('reads what the page says about the call', () => {
    const page = (text: string | null) => ({ getElementById: () => (text === null ? null : { textContent: text }), documentElement: { lang: 'sv' } }) as unknown as Document;
    expect(readSettings(page(null))).toBeNull();
    expect(readSettings(page('{"role":"professional","ticketUrl":"/samtal/m/biljett","unit":"Natt"}'))).toMatchObject({
      role: 'professional',
      ticketUrl: '/samtal/m/biljett',
      dayUrl: '/min-dag',
      phone: null,
    });
  });
});
