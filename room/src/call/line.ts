import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { ClosedReason, PageMessage, ServerMessage, ServerWelcome } from '../messages';

/** The part of a WebSocket that the line uses; tests have their own. */
export interface Socket {
  readonly readyState: number;
  send(data: string): void;
  close(): void;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
}

export type LineState =
  | { kind: 'connecting' }
  | { kind: 'open' }
  | { kind: 'reconnecting'; attempt: number }
  | { kind: 'closed'; reason: ClosedReason };

export type TicketAnswer = { kind: 'ticket'; ticket: string } | { kind: 'refused' } | { kind: 'unreachable' };

export interface LineInputs {
  openSocket: () => Socket;
  fetchTicket: () => Promise<TicketAnswer>;
  /** Given when the admission already brought one, so that the first join needs no request. */
  firstTicket?: string | undefined;
  firstSocket?: Socket | undefined;
  random: () => number;
  onMessage: (message: Exclude<ServerMessage, { type: 'welcome' | 'beat' | 'closed' }>) => void;
  onWelcome: (welcome: ServerWelcome) => void;
}

export interface Line {
  state: Readable<LineState>;
  actions: {
    /** True when it went out; what must survive a lost socket is kept by the caller. */
    send: (message: PageMessage) => boolean;
    /** The network, or the page, is said to be back: try now instead of waiting, and ask a socket that seems open. */
    hurry: () => void;
    /** Give the old connection up and join anew, when its media cannot be mended. */
    startOver: () => void;
    close: (reason: ClosedReason) => void;
  };
}

/** First wait 250 ms, doubled up to 4 s, with up to 30 % taken off so that a whole unit does not come back in step. */
export function backOff(attempt: number, random: () => number): number {
  return Math.min(4000, 250 * 2 ** attempt) * (1 - 0.3 * random());
}

/** A page that hears nothing for this long (the server beats every few seconds) takes the socket for dead. */
const SILENCE_LIMIT = 15_000;
const BEAT_EVERY = 5_000;
const OPEN_LIMIT = 8_000;
/** A device that slept does not tell that its sockets are gone. */
const ANSWER_LIMIT = 3_000;
const OPEN = 1;

/** The socket as the call sees it: joins, beats, notices when it is dead, comes back to the same seat. */
export function createLine(scope: Scope, inputs: LineInputs): Line {
  const machine = new LineMachine(scope, inputs);
  return {
    state: machine.state,
    actions: {
      send: (message) => machine.send(message),
      hurry: () => { machine.hurry(); },
      startOver: () => { machine.startOver(); },
      close: (reason) => { machine.close(reason); },
    },
  };
}

class LineMachine {
  readonly state = createStore<LineState>({ kind: 'connecting' });
  private socket: Socket | null = null;
  private attemptScope: Scope;
  private attempt = 0;
  private connection: string | null = null;
  private lastSeq = 0;
  private ticket: string | undefined;
  private ready: Socket | undefined;
  private forgetSilence: () => void = () => undefined;

  constructor(
    private readonly scope: Scope,
    private readonly inputs: LineInputs,
  ) {
    this.attemptScope = scope.child();
    this.ticket = inputs.firstTicket;
    this.ready = inputs.firstSocket;
    scope.onEnd(() => { this.letGo(); });
    void this.connect();
  }

  send(message: PageMessage): boolean {
    if (this.socket?.readyState !== OPEN || this.state.get().kind !== 'open') return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  hurry(): void {
    if (this.send({ type: 'beat' })) this.awaitSign(this.attemptScope, ANSWER_LIMIT);
    if (this.state.get().kind !== 'reconnecting' || this.socket) return;
    this.attempt = 0;
    void this.connect();
  }

  startOver(): void {
    if (this.state.get().kind === 'closed') return;
    this.connection = null;
    this.retry();
  }

  close(reason: ClosedReason): void {
    if (this.state.get().kind === 'closed') return;
    this.state.set({ kind: 'closed', reason });
    this.letGo();
  }

  private letGo(): void {
    this.attemptScope.end();
    const old = this.socket;
    this.socket = null;
    if (!old) return;
    old.onopen = old.onmessage = old.onclose = null;
    old.close();
  }

  private retry(): void {
    if (this.state.get().kind === 'closed' || this.scope.ended) return;
    this.letGo();
    const wait = backOff(this.attempt, this.inputs.random);
    this.attempt += 1;
    this.state.set({ kind: 'reconnecting', attempt: this.attempt });
    this.attemptScope = this.scope.child();
    this.attemptScope.after(wait, () => void this.connect());
  }

  /** With a ticket at hand the join is on its way before anything is drawn. */
  private async connect(): Promise<void> {
    this.attemptScope.end();
    const here = this.scope.child();
    this.attemptScope = here;
    const { ticket } = this;
    this.ticket = undefined;
    if (ticket !== undefined) {
      this.open(here, ticket);
      return;
    }
    const answer = await this.inputs.fetchTicket();
    if (here.ended) return;
    if (answer.kind === 'refused') this.close('expired');
    else if (answer.kind === 'unreachable') this.retry();
    else this.open(here, answer.ticket);
  }

  private open(here: Scope, ticket: string): void {
    const opened = this.ready ?? this.inputs.openSocket();
    this.ready = undefined;
    this.socket = opened;
    const tooSlow = here.after(OPEN_LIMIT, () => { this.retry(); });
    const join = (): void => {
      const { connection, lastSeq } = this;
      opened.send(JSON.stringify({ type: 'join', ticket, connection, lastSeq } satisfies PageMessage));
    };
    opened.onclose = () => { this.retry(); };
    opened.onmessage = (event: MessageEvent): void => {
      const message = JSON.parse(String(event.data)) as ServerMessage;
      if (message.type === 'welcome') tooSlow();
      this.hear(here, message);
    };
    if (opened.readyState === OPEN) join();
    else if (opened.readyState > OPEN) this.retry();
    else opened.onopen = join;
  }

  private hear(here: Scope, message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        this.welcome(here, message);
        return;
      case 'beat':
        this.awaitSign(here);
        return;
      case 'closed':
        this.close(message.reason);
        return;
      default:
        // A state counts lines that may still be on their way; only what came has been seen.
        if (message.type === 'said') this.lastSeq = Math.max(this.lastSeq, message.seq);
        this.inputs.onMessage(message);
    }
  }

  private awaitSign(here: Scope, limit = SILENCE_LIMIT): void {
    this.forgetSilence();
    this.forgetSilence = here.after(limit, () => { this.retry(); });
  }

  private welcome(here: Scope, message: ServerWelcome): void {
    this.attempt = 0;
    this.awaitSign(here);
    this.connection = message.connection;
    this.state.set({ kind: 'open' });
    here.every(BEAT_EVERY, () => this.send({ type: 'beat' }));
    this.inputs.onWelcome(message);
  }
}
