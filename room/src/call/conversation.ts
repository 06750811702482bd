import { createStore, type Readable } from '../base/store';
import type { MessageNews, ToServer } from '../messages';

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
    heard: (message: MessageNews) => void;
    /** The server would not take this one; it stays on the page so that nothing typed is lost. */
    turnedDown: (key: string) => void;
    tryAgain: (key: string) => void;
    /** After a join: everything that was never echoed goes out again under the same key. */
    resend: () => void;
    /** While the text is in view, nothing counts as unread. */
    inView: (visible: boolean) => void;
  };
}

export interface ConversationInputs {
  send: (message: ToServer) => boolean;
  newKey: () => string;
}

export const LONGEST_TEXT = 2000;

interface Unsent {
  text: string;
  turnedDown: boolean;
}

/** The text of a call. A message is the server's only once it has come back; until then it is sent again after every reconnect. */
export function createConversation(inputs: ConversationInputs): Conversation {
  const said = new Map<string, { seq: number; entry: Entry }>();
  const unsent = new Map<string, Unsent>();
  let visible = false;
  const state = createStore<ConversationState>({ entries: [], unread: 0, newest: null });

  function show(change: Partial<ConversationState> = {}): void {
    const entries = [...said.values()].sort((a, b) => a.seq - b.seq).map(({ entry }) => entry);
    for (const [id, { text, turnedDown }] of unsent) entries.push({ kind: turnedDown ? 'not-sent' : 'sending', id, text });
    state.update((old) => ({ ...old, ...change, entries }));
  }

  function heard(message: MessageNews): void {
    if (message.own && message.key !== null) unsent.delete(message.key);
    const id = message.key ?? `seq-${message.seq}`;
    const known = said.has(id);
    const { seq, name, text, at, own } = message;
    said.set(id, { seq, entry: { kind: 'said', id, name, text, at, own } });
    if (known || own) {
      show();
      return;
    }
    show({ newest: { name, text }, unread: visible ? 0 : state.get().unread + 1 });
  }

  function post(key: string, text: string): void {
    inputs.send({ type: 'say', key, text });
  }

  return {
    state,
    actions: {
      heard,
      say(typed) {
        const text = typed.trim().slice(0, LONGEST_TEXT);
        if (text === '') return;
        const key = inputs.newKey();
        unsent.set(key, { text, turnedDown: false });
        show();
        post(key, text);
      },
      turnedDown(key) {
        const message = unsent.get(key);
        if (!message) return;
        message.turnedDown = true;
        show();
      },
      tryAgain(key) {
        const message = unsent.get(key);
        if (!message) return;
        message.turnedDown = false;
        show();
        post(key, message.text);
      },
      resend() {
        for (const [key, { text, turnedDown }] of unsent) if (!turnedDown) post(key, text);
      },
      inView(now) {
        visible = now;
        if (now && state.get().unread > 0) state.update((old) => ({ ...old, unread: 0 }));
      },
    },
  };
}
