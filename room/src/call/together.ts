import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { How, PageMessage, ServerTogether } from '../messages';
import type { DevicesState } from './device-state';

export interface TogetherState extends Omit<ServerTogether, 'type'> {
  /** The slug of what the server would not do last. */
  refused: string | null;
}

/** What the professionals of a call arrange between them. */
export interface Together {
  state: Readable<TogetherState>;
  actions: {
    handOver: (person: string) => void;
    takeOver: () => void;
    /** No to an offer, whichever of the two says it. */
    keep: () => void;
    uninvite: (key: string) => void;
    /** Somebody who has come by a link of their own while the call goes on. */
    letIn: (person: string) => void;
    vouch: (person: string, how: How) => void;
    heard: (message: ServerTogether) => void;
    refused: (slug: string) => void;
  };
}

const NOTHING: TogetherState = { parkedBy: null, leads: false, mayPark: false, hasNote: false, asked: [], handOver: null, refused: null };

export function createTogether(send: (message: PageMessage) => boolean): Together {
  const state = createStore<TogetherState>(NOTHING);
  const say = (message: PageMessage): void => {
    state.update((old) => ({ ...old, refused: null }));
    send(message);
  };
  return {
    state,
    actions: {
      handOver: (to) => { say({ type: 'handover', to }); },
      takeOver: () => { say({ type: 'takeover' }); },
      keep: () => { say({ type: 'nohandover' }); },
      uninvite: (key) => { say({ type: 'uninvite', key }); },
      letIn: (person) => { say({ type: 'letin', person }); },
      vouch: (person, how) => { say({ type: 'vouch', person, how }); },
      heard: ({ parkedBy, leads, mayPark, hasNote, asked, handOver }) => {
        state.update(({ refused }) => ({ parkedBy, leads, mayPark, hasNote, asked, handOver, refused }));
      },
      refused: (slug) => { state.update((old) => ({ ...old, refused: slug })); },
    },
  };
}

export type Outgoing = Pick<DevicesState, 'audio' | 'video' | 'microphone' | 'camera'>;

/** What the others get of the devices: nothing while the call is parked, for nobody licensed is there to hear it. */
export function outgoing(scope: Scope, devices: Readable<DevicesState>, together: Readable<TogetherState>): Readable<Outgoing> {
  const read = (): Outgoing => {
    const { audio, video, microphone, camera } = devices.get();
    if (together.get().parkedBy === null) return { audio, video, microphone, camera };
    return { audio: null, video: null, microphone: microphone === 'on' ? 'off' : microphone, camera: camera === 'on' ? 'off' : camera };
  };
  const state = createStore(read());
  devices.follow(scope, () => { state.set(read()); });
  together.follow(scope, () => { state.set(read()); });
  return state;
}
