import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { PageMessage, Picture, ServerState } from '../messages';
import { Deciding, NOTHING_TO_DECIDE, type DecidingInputs, type DecidingState, type Decision, type PostAnswer } from './deciding';

/** A picture in memory, never anywhere else on the device. */
export interface Photo {
  blob: Blob;
  width: number;
  height: number;
}

/** What the one at the device does with the camera. */
export type Taking =
  | { kind: 'idle' }
  | { kind: 'aiming'; torch: boolean | null }
  | { kind: 'exposing' }
  | { kind: 'taken'; photo: Photo }
  | { kind: 'sending'; photo: Photo; progress: number; again: boolean }
  | { kind: 'not-sent'; photo: Photo; why: string | null }
  | { kind: 'no-picture' }
  | { kind: 'sent' };

export interface PicturesState extends DecidingState {
  /** The professional has asked and nobody has answered. */
  wanted: boolean;
  /** The one who was asked has said no. */
  declined: boolean;
  taking: Taking;
  maySave: boolean;
  routine: string | null;
}

/** The call's camera for a moment at its best; what it sends to the others goes on. */
export interface Camera {
  /** Looks out from the back where the device can. */
  aim: () => Promise<void>;
  /** Null where there is no light. */
  torch: () => boolean | null;
  setTorch: (on: boolean) => Promise<void>;
  shoot: () => Promise<Photo>;
  /** As it was before. */
  rest: () => Promise<void>;
}

export interface PicturesInputs extends DecidingInputs {
  send: (message: PageMessage) => boolean;
  newKey: () => string;
  camera: Camera;
  post: (key: string, photo: Photo, onProgress: (share: number) => void) => Promise<PostAnswer>;
}

export interface Pictures {
  state: Readable<PicturesState>;
  actions: {
    ask: () => void;
    unask: () => void;
    aim: () => Promise<void>;
    light: (on: boolean) => Promise<void>;
    shoot: () => Promise<void>;
    post: () => Promise<void>;
    /** Throws away what was taken, or stops aiming. */
    drop: () => Promise<void>;
    decide: (id: string, decision: Decision) => Promise<void>;
    /** "Rätt patient" for the picture that waits for it, or not. */
    confirm: (right: boolean) => Promise<void>;
    heard: (news: ServerState) => void;
    /** Nothing is taken or sent any longer; deciding goes on. */
    callIsOver: () => void;
  };
}

/** Below this on its long side a picture is hard to judge, and it is said. */
export const SHORTEST_LONG_SIDE = 1280;
const TRY_AGAIN = 1_000;
const SHOWN_FOR = 6_000;

/** Pictures of a call, for both sides: asked for, taken, sent until kept, seen, decided about. */
export function createPictures(scope: Scope, inputs: PicturesInputs): Pictures {
  const machine = new PicturesMachine(scope, inputs);
  return {
    state: machine.state,
    actions: {
      ask: () => { inputs.send({ type: 'want' }); },
      unask: () => { machine.unask(); },
      aim: () => machine.aim(),
      light: (on) => machine.light(on),
      shoot: () => machine.shoot(),
      post: () => machine.post(),
      drop: () => machine.drop(),
      decide: (id, decision) => machine.deciding.decide(id, decision),
      confirm: (right) => machine.deciding.confirm(right),
      heard: (news) => { machine.heard(news); },
      callIsOver: () => { machine.callIsOver(); },
    },
  };
}

class PicturesMachine {
  readonly state = createStore<PicturesState>({
    wanted: false,
    declined: false,
    taking: { kind: 'idle' },
    maySave: false,
    routine: null,
    ...NOTHING_TO_DECIDE,
  });
  readonly deciding: Deciding;
  /** One picture is one key, however often it has to be sent. */
  private key = '';
  private unasked = false;
  private forgetNotice: () => void = () => undefined;

  constructor(
    private readonly scope: Scope,
    private readonly inputs: PicturesInputs,
  ) {
    this.deciding = new Deciding(inputs, {
      get: () => this.state.get(),
      set: (change) => {
        this.set(change);
        if (change.decided) this.hideLater(() => { this.set({ decided: null }); });
      },
    });
  }

  unask(): void {
    this.unasked = true;
    this.inputs.send({ type: 'unwant' });
  }

  heard({ pictureWanted: wanted, pictures }: ServerState): void {
    const old = this.state.get();
    const undecided = pictures?.undecided ?? [];
    const came = undecided.some(({ id }) => !old.undecided.some((known) => known.id === id));
    const answeredNo = old.wanted && !wanted && !came && !this.unasked && pictures !== null;
    if (wanted) this.unasked = false;
    this.set({
      wanted,
      undecided: sameIds(old.undecided, undecided) ? old.undecided : undecided,
      maySave: pictures?.maySave ?? false,
      routine: pictures?.routine ?? null,
      declined: answeredNo || (old.declined && !wanted && !came),
    });
  }

  callIsOver(): void {
    this.set({ taking: { kind: 'idle' }, wanted: false, declined: false });
  }

  async aim(): Promise<void> {
    this.take({ kind: 'aiming', torch: null });
    await this.inputs.camera.aim().catch(() => undefined);
    if (this.kind() === 'aiming') this.take({ kind: 'aiming', torch: this.inputs.camera.torch() });
    else if (this.kind() === 'idle') await this.inputs.camera.rest().catch(() => undefined);
  }

  async light(on: boolean): Promise<void> {
    await this.inputs.camera.setTorch(on).catch(() => undefined);
    if (this.kind() === 'aiming') this.take({ kind: 'aiming', torch: this.inputs.camera.torch() });
  }

  async shoot(): Promise<void> {
    if (this.kind() !== 'aiming') return;
    this.take({ kind: 'exposing' });
    const photo = await this.inputs.camera.shoot().catch(() => null);
    if (this.kind() !== 'exposing') return;
    this.key = this.inputs.newKey();
    this.take(photo ? { kind: 'taken', photo } : { kind: 'no-picture' });
  }

  async post(): Promise<void> {
    const { taking } = this.state.get();
    if (taking.kind !== 'taken' && taking.kind !== 'not-sent') return;
    void this.inputs.camera.rest().catch(() => undefined);
    await this.postOnce(taking.photo, this.key, false);
  }

  async drop(): Promise<void> {
    this.take({ kind: 'idle' });
    if (this.state.get().wanted) this.unask();
    await this.inputs.camera.rest().catch(() => undefined);
  }

  /** A server that is gone for a while gets the same picture again, and keeps it once. */
  private async postOnce(photo: Photo, key: string, again: boolean): Promise<void> {
    this.take({ kind: 'sending', photo, progress: 0, again });
    const answer = await this.inputs.post(key, photo, (progress) => {
      if (this.isSending(key)) this.take({ kind: 'sending', photo, progress, again });
    });
    if (!this.isSending(key)) return;
    switch (answer.kind) {
      case 'done':
        this.take({ kind: 'sent' });
        this.hideLater(() => { if (this.kind() === 'sent') this.take({ kind: 'idle' }); });
        return;
      case 'refused':
        this.take({ kind: 'not-sent', photo, why: answer.why });
        return;
      case 'unreachable':
        this.take({ kind: 'sending', photo, progress: 0, again: true });
        this.scope.after(TRY_AGAIN, () => { if (this.isSending(key)) void this.postOnce(photo, key, true); });
    }
  }

  private isSending(key: string): boolean {
    return this.kind() === 'sending' && this.key === key && !this.scope.ended;
  }

  private kind(): Taking['kind'] {
    return this.state.get().taking.kind;
  }

  private hideLater(hide: () => void): void {
    this.forgetNotice();
    this.forgetNotice = this.scope.after(SHOWN_FOR, hide);
  }

  private take(taking: Taking): void {
    this.set({ taking });
  }

  private set(change: Partial<PicturesState>): void {
    if (!this.scope.ended) this.state.update((old) => ({ ...old, ...change }));
  }
}

const sameIds = (some: readonly Picture[], others: readonly Picture[]): boolean =>
  some.length === others.length && some.every(({ id }, index) => id === others[index]?.id);
