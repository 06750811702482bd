import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { ClosedReason, FromServer, ToServer, Welcome } from '../messages';

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
  onMessage: (message: Exclude<FromServer, { type: 'welcome' | 'beat' | 'closed' }>) => void;
  onWelcome: (welcome: Welcome) => void;
}

export interface Line {
  state: Readable<LineState>;
  actions: {
    /** True when it went out; what must survive a lost socket is kept by the caller. */
    send: (message: ToServer) => boolean;
    /** The network is said to be back: try now instead of waiting. */
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
const OPEN = 1;

/** The socket as the call sees it: joins, beats, notices when it is dead, comes back to the same seat. */
export function createLine(scope: Scope, inputs: LineInputs): Line {
  const state = createStore<LineState>({ kind: 'connecting' });
  let socket: Socket | null = null;
  let attemptScope = scope.child();
  let attempt = 0;
  let connection: string | null = null;
  let lastSeq = 0;
  let ticket = inputs.firstTicket;
  let ready = inputs.firstSocket;

  const isOpen = (): boolean => state.get().kind === 'open';
  const isClosed = (): boolean => state.get().kind === 'closed';

  function letGo(): void {
    attemptScope.end();
    const old = socket;
    socket = null;
    if (!old) return;
    old.onopen = old.onmessage = old.onclose = null;
    old.close();
  }

  function close(reason: ClosedReason): void {
    if (isClosed()) return;
    state.set({ kind: 'closed', reason });
    letGo();
  }

  function retry(): void {
    if (isClosed() || scope.ended) return;
    letGo();
    const wait = backOff(attempt, inputs.random);
    attempt += 1;
    state.set({ kind: 'reconnecting', attempt });
    attemptScope = scope.child();
    attemptScope.after(wait, () => void connect());
  }

  async function takeTicket(): Promise<TicketAnswer> {
    const first = ticket;
    ticket = undefined;
    return first === undefined ? inputs.fetchTicket() : { kind: 'ticket', ticket: first };
  }

  async function connect(): Promise<void> {
    attemptScope.end();
    const here = scope.child();
    attemptScope = here;
    const answer = await takeTicket();
    if (here.ended) return;
    if (answer.kind === 'refused') {
      close('expired');
      return;
    }
    if (answer.kind === 'unreachable') {
      retry();
      return;
    }
    open(here, answer.ticket);
  }

  function open(here: Scope, joinTicket: string): void {
    const opened = ready ?? inputs.openSocket();
    ready = undefined;
    socket = opened;
    const tooSlow = here.after(OPEN_LIMIT, retry);
    const join = (): void => {
      opened.send(JSON.stringify({ type: 'join', ticket: joinTicket, connection, lastSeq } satisfies ToServer));
    };
    opened.onclose = retry;
    opened.onmessage = (event: MessageEvent): void => {
      const message = JSON.parse(String(event.data)) as FromServer;
      if (message.type === 'welcome') tooSlow();
      hear(here, message);
    };
    if (opened.readyState === OPEN) join();
    else if (opened.readyState > OPEN) retry();
    else opened.onopen = join;
  }

  let forgetSilence = (): void => undefined;

  function hear(here: Scope, message: FromServer): void {
    switch (message.type) {
      case 'welcome':
        welcome(here, message);
        return;
      case 'beat':
        forgetSilence();
        forgetSilence = here.after(SILENCE_LIMIT, retry);
        return;
      case 'closed':
        close(message.reason);
        return;
      default:
        if ('seq' in message) lastSeq = Math.max(lastSeq, message.seq);
        inputs.onMessage(message);
    }
  }

  function welcome(here: Scope, message: Welcome): void {
    attempt = 0;
    connection = message.connection;
    state.set({ kind: 'open' });
    here.every(BEAT_EVERY, () => send({ type: 'beat' }));
    inputs.onWelcome(message);
  }

  function send(message: ToServer): boolean {
    if (socket?.readyState !== OPEN || !isOpen()) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  scope.onEnd(letGo);
  void connect();
  return {
    state,
    actions: {
      send,
      close,
      hurry() {
        if (state.get().kind !== 'reconnecting' || socket) return;
        attempt = 0;
        void connect();
      },
      startOver() {
        if (isClosed()) return;
        connection = null;
        retry();
      },
    },
  };
}
