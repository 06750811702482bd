import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScope, type Scope } from '../src/base/scope';
import { backOff, createLine, type LineInputs, type TicketAnswer } from '../src/call/line';
import { FakeSocket, news, settle, welcome } from './fakes';

let scope: Scope;
let sockets: FakeSocket[];
let answers: TicketAnswer[];

function open(change: Partial<LineInputs> = {}) {
  let tickets = 0;
  const heard: string[] = [];
  const line = createLine(scope, {
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    fetchTicket: () => {
      tickets += 1;
      return Promise.resolve(answers.shift() ?? { kind: 'ticket', ticket: `ticket-${tickets}` });
    },
    random: () => 0,
    onMessage: (message) => heard.push(message.type),
    onWelcome: () => heard.push('welcome'),
    ...change,
  });
  return { line, heard, tickets: () => tickets };
}

const socket = (index: number): FakeSocket => {
  const found = sockets[index];
  if (!found) throw new Error(`no socket ${index}`);
  return found;
};

async function joined(index: number, change: Parameters<typeof welcome>[0] = {}): Promise<FakeSocket> {
  await settle();
  const opened = socket(index);
  opened.opens();
  opened.says(welcome(change));
  return opened;
}

beforeEach(() => {
  vi.useFakeTimers();
  scope = createScope();
  sockets = [];
  answers = [];
});

afterEach(() => {
  scope.end();
  vi.useRealTimers();
});

describe('the line to the server', () => {
  it('joins with a ticket as its first message', async () => {
    open();
    await joined(0);
    expect(socket(0).sent[0]).toEqual({ type: 'join', ticket: 'ticket-1', connection: null, lastSeq: 0 });
  });

  it('uses the ticket that the admission brought, without a request', async () => {
    const { tickets } = open({ firstTicket: 'from the admission' });
    await joined(0);
    expect(socket(0).of('join')[0]?.ticket).toBe('from the admission');
    expect(tickets()).toBe(0);
  });

  it('comes back to the same connection and tells the last it has seen', async () => {
    const { line } = open();
    const first = await joined(0);
    first.says({ type: 'said', seq: 41, key: 'key', author: 'someone', name: 'Bo', text: 'Hej', at: '2026-01-01T12:00:00Z', own: false });
    // Counts a line that is still on its way; were it taken as seen, it would never come.
    first.says(news({ seq: 42 }));
    first.breaks();
    expect(line.state.get()).toEqual({ kind: 'reconnecting', attempt: 1 });
    await vi.advanceTimersByTimeAsync(250);
    await joined(1, { resumed: true });
    expect(socket(1).of('join')[0]).toMatchObject({ connection: 'connection-1', lastSeq: 41 });
    expect(line.state.get().kind).toBe('open');
  });

  it('waits longer each time, never more than four seconds, and not in step with the others', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((attempt) => backOff(attempt, () => 0))).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
    expect(backOff(4, () => 1)).toBeCloseTo(2800);
  });

  it('tries again when no ticket could be fetched', async () => {
    answers = [{ kind: 'unreachable' }];
    const { line } = open();
    await settle();
    expect(line.state.get().kind).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(250);
    await joined(0);
    expect(line.state.get().kind).toBe('open');
  });

  it('says that the page is too old when the ticket is refused', async () => {
    answers = [{ kind: 'refused' }];
    const { line } = open();
    await settle();
    expect(line.state.get()).toEqual({ kind: 'closed', reason: 'expired' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(0);
  });

  it('stays closed when the server has closed it', async () => {
    const { line } = open();
    const first = await joined(0);
    first.says({ type: 'closed', reason: 'elsewhere' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(line.state.get()).toEqual({ kind: 'closed', reason: 'elsewhere' });
    expect(sockets).toHaveLength(1);
  });

  it('beats, and takes a socket that has fallen silent for dead', async () => {
    const { line } = open();
    const first = await joined(0);
    first.says({ type: 'beat' });
    await vi.advanceTimersByTimeAsync(14_000);
    expect(first.of('beat').length).toBeGreaterThanOrEqual(2);
    expect(line.state.get().kind).toBe('open');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(line.state.get().kind).toBe('reconnecting');
  });

  it('gives up a socket that never gets a welcome', async () => {
    const { line } = open();
    await settle();
    socket(0).opens();
    await vi.advanceTimersByTimeAsync(8_000);
    expect(line.state.get().kind).toBe('reconnecting');
  });

  it('tries at once when the network is said to be back', async () => {
    const { line } = open();
    const first = await joined(0);
    first.breaks();
    line.actions.hurry();
    await joined(1);
    expect(line.state.get().kind).toBe('open');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sockets).toHaveLength(2);
  });

  it('asks a socket that seems open when the page is in view again, and gives it up soon when it is silent', async () => {
    const { line } = open();
    const first = await joined(0);
    line.actions.hurry();
    expect(first.of('beat')).toHaveLength(1);
    first.says({ type: 'beat' });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(line.state.get().kind).toBe('open');
    line.actions.hurry();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(line.state.get().kind).toBe('reconnecting');
  });

  it('starts over as a new connection when its media cannot be mended', async () => {
    const { line } = open();
    await joined(0);
    line.actions.startOver();
    await vi.advanceTimersByTimeAsync(250);
    await joined(1);
    expect(socket(1).of('join')[0]?.connection).toBeNull();
  });

  it('says that nothing went out while it is down', async () => {
    const { line } = open();
    const first = await joined(0);
    first.breaks();
    expect(line.actions.send({ type: 'leave' })).toBe(false);
  });

  it('leaves nothing behind when its scope ends', async () => {
    open();
    await joined(0);
    scope.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
    expect(socket(0).readyState).toBe(3);
    expect(vi.getTimerCount()).toBe(0);
  });
});
