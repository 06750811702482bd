// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { createStore, type Store } from '../src/base/store';
import type { CallState } from '../src/call/call';
import type { Knock, KnocksState } from '../src/call/knocks';
import type { TogetherState } from '../src/call/together';
import type { RoomContext } from '../src/views/context';
import { noticeView } from '../src/views/notice';
import { sv } from '../src/words/sv';

const knock: Knock = { id: 'a', unit: 'Hemtjänst natt', reason: 'Fall', since: Date.now() };

describe('the notice of a knock in a call', () => {
  let scope: Scope;
  let state: Store<Pick<CallState, 'wish' | 'screen'>>;
  let together: Store<Pick<TogetherState, 'mayPark' | 'handOver'>>;
  let waiting: Store<KnocksState>;
  const openKnocks = vi.fn();
  const openColleagues = vi.fn();

  beforeEach(() => {
    scope = createScope();
    openKnocks.mockClear();
    openColleagues.mockClear();
    state = createStore<Pick<CallState, 'wish' | 'screen'>>({ wish: null, screen: { kind: 'room', startedAt: null, mayEndForAll: true } });
    together = createStore<Pick<TogetherState, 'mayPark' | 'handOver'>>({ mayPark: true, handOver: null });
    waiting = createStore<KnocksState>({ acute: [], waiting: [knock], told: new Map() });
  });
  afterEach(() => { scope.end(); });

  function shown(): { notice: HTMLElement; open: HTMLElement; park: HTMLElement } {
    const context = {
      words: sv,
      aloud: { say: () => undefined },
      knocks: { state: waiting },
      call: { state, together: { state: together }, actions: { park: () => { state.update((old) => ({ ...old, wish: 'park' })); } } },
    } as unknown as RoomContext;
    const notice = noticeView(scope, context, { openKnocks, openColleagues });
    const open = notice?.querySelector<HTMLElement>('.notice-open');
    const park = notice?.querySelector<HTMLElement>('[data-action="park"]');
    if (!notice || !open || !park) throw new Error('no notice');
    return { notice, open, park };
  }

  it('says who waits and opens it, and parks in one press', () => {
    const { notice, open, park } = shown();
    expect(notice.hidden).toBe(false);
    expect(open.textContent).toBe('En väntar · under 1 minFall · Hemtjänst natt');
    open.click();
    expect(openKnocks).toHaveBeenCalledOnce();
    expect(park.textContent).toBe('Parkera');
    park.click();
    expect(state.get().wish).toBe('park');
    expect(park.textContent).toBe(sv.parkingNow);
    state.update((old) => ({ ...old, screen: { kind: 'closed', reason: 'parked' } }));
    expect(openKnocks).toHaveBeenCalledOnce();
  });

  it('has room elsewhere for why the call could not be parked', () => {
    const { park } = shown();
    park.click();
    state.update((old) => ({ ...old, wish: null }));
    expect(openKnocks).toHaveBeenCalledOnce();
  });

  it('does not offer to park what somebody else leads, or while a colleague is in it', () => {
    together.update((old) => ({ ...old, mayPark: false }));
    expect(shown().park.hidden).toBe(true);
  });

  it('is of the call when somebody wants to hand it over, and not there when nobody waits', () => {
    const { notice, open } = shown();
    together.update((old) => ({ ...old, handOver: { mine: true, from: 'Noor Sandgren', to: 'alva', name: 'Alva Brink' } }));
    expect(notice.dataset['notice']).toBe('hand-over');
    open.click();
    expect(openColleagues).toHaveBeenCalledOnce();
    together.update((old) => ({ ...old, handOver: null }));
    waiting.update((old) => ({ ...old, waiting: [] }));
    expect(notice.hidden).toBe(true);
  });
});
