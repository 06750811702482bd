import { createStore, type Readable } from '../base/store';
import type { PageMessage, ServerSaid } from '../messages';

/** One line of text as shown: written by somebody, or one's own still on its way. */
export type Entry =
  | { kind: 'said'; id: string; name: string; text: string; at: string; own: boolean }
  | { kind: 'sending'; id: string; text: string }
  | { kind: 'not-sent'; id: string; text: string };

export interface ConversationState {
  entries: readonly Entry[];
  unread: number;
  /** The newest from somebody else, for the live region. */
  newest: { name: string; text: string } | null;
}

export interface Conversation {
  state: Readable<ConversationState>;
  actions: {
    say: (text: string) => void;
    /** What was said before this page came is shown, but is no news. */
    heard: (message: ServerSaid, before?: boolean) => void;
    /** The server would not take this one; it stays on the page so that nothing typed is lost. */
    turnedDown: (key: string) => void;
    tryAgain: (key: string) => void;
    /** After a join: everything that was never echoed goes out again under the same key. */
    resend: () => void;
    /** While the text is in view, nothing counts as unread. */
    inView: (visible: boolean) => void;
  };
}

interface ConversationInputs {
  send: (message: PageMessage) => boolean;
  newKey: () => string;
}

export const LONGEST_TEXT = 2000;

interface Line {
  seq: number;
  entry: Entry;
}

interface Unsent {
  text: string;
  turnedDown: boolean;
}

/** The text of a call. A message is the server's only once it has come back; until then it is sent again after every reconnect. */
export function createConversation(inputs: ConversationInputs): Conversation {
  const machine = new ConversationMachine(inputs);
  return {
    state: machine.state,
    actions: {
      say: (text) => { machine.say(text); },
      heard: (message, before) => { machine.heard(message, before); },
      turnedDown: (key) => { machine.turnDown(key, true); },
      tryAgain: (key) => { machine.turnDown(key, false); },
      resend: () => { machine.resend(); },
      inView: (visible) => { machine.inView(visible); },
    },
  };
}

class ConversationMachine {
  readonly state = createStore<ConversationState>({ entries: [], unread: 0, newest: null });
  private readonly said = new Map<string, Line>();
  /** The same, in the server's order. */
  private readonly lines: Line[] = [];
  private readonly unsent = new Map<string, Unsent>();
  private visible = false;

  constructor(private readonly inputs: ConversationInputs) {}

  say(typed: string): void {
    const text = typed.trim().slice(0, LONGEST_TEXT);
    if (text === '') return;
    const key = this.inputs.newKey();
    this.unsent.set(key, { text, turnedDown: false });
    this.show();
    this.post(key, text);
  }

  heard(message: ServerSaid, before = false): void {
    if (message.own) this.unsent.delete(message.key);
    const { seq, key: id, name, text, at, own } = message;
    const known = this.said.has(id);
    if (!known) this.place({ seq, entry: { kind: 'said', id, name, text, at, own } });
    if (known || own) this.show();
    else this.show({ ...(before ? {} : { newest: { name, text } }), unread: this.visible ? 0 : this.state.get().unread + 1 });
  }

  turnDown(key: string, turnedDown: boolean): void {
    const message = this.unsent.get(key);
    if (!message) return;
    message.turnedDown = turnedDown;
    this.show();
    if (!turnedDown) this.post(key, message.text);
  }

  resend(): void {
    for (const [key, { text, turnedDown }] of this.unsent) if (!turnedDown) this.post(key, text);
  }

  inView(visible: boolean): void {
    this.visible = visible;
    if (visible && this.state.get().unread > 0) this.state.update((old) => ({ ...old, unread: 0 }));
  }

  /** Nearly always last. */
  private place(line: Line): void {
    this.said.set(line.entry.id, line);
    const before = this.lines.findLastIndex(({ seq }) => seq < line.seq);
    this.lines.splice(before + 1, 0, line);
  }

  private post(key: string, text: string): void {
    this.inputs.send({ type: 'say', key, text });
  }

  private show(change: Partial<ConversationState> = {}): void {
    const entries = this.lines.map(({ entry }) => entry);
    for (const [id, { text, turnedDown }] of this.unsent) entries.push({ kind: turnedDown ? 'not-sent' : 'sending', id, text });
    this.state.update((old) => ({ ...old, ...change, entries }));
  }
}
