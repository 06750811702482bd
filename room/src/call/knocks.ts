import { csrfToken } from '../base/browser';
import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import { followEvents } from '../day/stream';
import type { Words } from '../words';

/** Somebody who waits while one is in a call: from where, why and since when, never who. */
export interface Knock {
  id: string;
  unit: string;
  reason: string;
  /** Milliseconds since 1970. */
  since: number;
}

/** An emergency in another call: from where and since when, never whose. */
export interface AcuteElsewhere {
  id: string;
  unit: string;
  /** Milliseconds since 1970. */
  since: number;
}

interface News {
  /** In per cent. */
  volume: number;
  acute: { key: string; unit: string; since: string; sounds: boolean }[];
  waiting: { dropIn: string; unit: string; reason: string; since: string; sounds: boolean }[];
}

export interface KnocksState {
  acute: readonly AcuteElsewhere[];
  waiting: readonly Knock[];
  /** Those who have been sent a sentence from here, and those where it did not arrive. */
  told: ReadonlyMap<string, 'sending' | 'sent' | 'failed'>;
}

export interface Knocks {
  state: Readable<KnocksState>;
  tell: (id: string, sentence: string) => void;
}

interface KnocksInputs {
  words: Words;
  /** Softly, once for each who begins to wait and each emergency. */
  ring: (volume: number) => void;
  post: (id: string, sentence: string) => Promise<boolean>;
}

export async function postSentence(id: string, sentence: string): Promise<boolean> {
  try {
    const headers = { Accept: 'application/json', 'X-CSRF-TOKEN': csrfToken(document) };
    const response = await fetch(`/vantande/${id}/text`, { method: 'POST', headers, body: new URLSearchParams({ text: sentence }), redirect: 'error' });
    return response.ok;
  } catch {
    return false;
  }
}

/** Those who wait, and emergencies in other calls, at the professional's own units while they are in a call. */
export function createKnocks(scope: Scope, { words, ring, post }: KnocksInputs): Knocks {
  const state = createStore<KnocksState>({ acute: [], waiting: [], told: new Map() });
  /** Those that have sounded: who is quiet at first may sound later. */
  let known = new Set<string>();

  function heard({ volume, acute, waiting }: News): void {
    const sounding = [
      ...acute.filter(({ sounds }) => sounds).map(({ key }) => key),
      ...waiting.filter(({ sounds }) => sounds).map(({ dropIn }) => dropIn),
    ];
    const fresh = sounding.some((id) => !known.has(id));
    known = new Set(sounding);
    state.update((old) => ({
      ...old,
      acute: acute.map(({ key: id, unit, since }) => ({ id, unit, since: Date.parse(since) })),
      waiting: waiting.map(({ dropIn: id, unit, reason, since }) => ({ id, unit, reason, since: Date.parse(since) })),
    }));
    if (fresh) ring(volume);
  }

  followEvents(scope, {
    words,
    address: '/min-dag/knackningar',
    onWaiting: (data) => { heard(JSON.parse(data) as News); },
    // The call's own line says when the sign-in is over.
    onOver: () => { state.set({ acute: [], waiting: [], told: new Map() }); },
  });

  const mark = (id: string, how: 'sending' | 'sent' | 'failed'): void => {
    state.update((old) => ({ ...old, told: new Map(old.told).set(id, how) }));
  };
  return {
    state,
    tell(id, sentence) {
      mark(id, 'sending');
      void post(id, sentence).then((arrived) => { mark(id, arrived ? 'sent' : 'failed'); });
    },
  };
}
