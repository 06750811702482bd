import { describe, expect, it } from 'vitest';
import { createConversation } from '../src/call/conversation';
import type { PageMessage, ServerSaid } from '../src/messages';

function open() {
  const sent: PageMessage[] = [];
  let key = 0;
  const conversation = createConversation({
    send: (message) => {
      sent.push(message);
      return true;
    },
    newKey: () => `key-${(key += 1)}`,
  });
  return { ...conversation, sent };
}

const said = (change: Partial<ServerSaid>): ServerSaid => ({
  type: 'said',
  seq: 1,
  key: 'other-1',
  author: 'karin',
  name: 'Karin Åkesson',
  text: 'Hej',
  at: '2026-03-02T21:04:00Z',
  own: false,
  ...change,
});

describe('the text of a call', () => {
  it('shows what is written at once, and as said when it has come back', () => {
    const { state, actions } = open();
    actions.say('  Han är vaken  ');
    expect(state.get().entries).toEqual([{ kind: 'sending', id: 'key-1', text: 'Han är vaken' }]);
    actions.heard(said({ key: 'key-1', own: true, text: 'Han är vaken' }));
    expect(state.get().entries).toMatchObject([{ kind: 'said', id: 'key-1', own: true }]);
  });

  it('is sent again under the same key after a reconnect until it is echoed, and shown once', () => {
    const { state, actions, sent } = open();
    actions.say('Ett');
    actions.say('Två');
    actions.heard(said({ key: 'key-1', own: true, text: 'Ett' }));
    actions.resend();
    actions.resend();
    expect(sent.map((message) => message.type === 'say' && message.key)).toEqual(['key-1', 'key-2', 'key-2', 'key-2']);
    actions.heard(said({ key: 'key-2', own: true, text: 'Två', seq: 2 }));
    actions.heard(said({ key: 'key-2', own: true, text: 'Två', seq: 2 }));
    actions.resend();
    expect(state.get().entries).toHaveLength(2);
    expect(sent).toHaveLength(4);
  });

  it('stands in the order of the server, whatever came first', () => {
    const { state, actions } = open();
    for (const seq of [3, 1, 4, 2]) actions.heard(said({ key: `line-${seq}`, seq }));
    expect(state.get().entries.map(({ id }) => id)).toEqual(['line-1', 'line-2', 'line-3', 'line-4']);
  });

  it('keeps what the server would not take, until the writer tries again', () => {
    const { state, actions, sent } = open();
    actions.say('För långt');
    actions.turnedDown('key-1');
    expect(state.get().entries).toMatchObject([{ kind: 'not-sent' }]);
    actions.resend();
    expect(sent).toHaveLength(1);
    actions.tryAgain('key-1');
    expect(state.get().entries).toMatchObject([{ kind: 'sending' }]);
    expect(sent).toHaveLength(2);
  });

  it('counts what is unread only while the text is out of view, and not what is heard twice', () => {
    const { state, actions } = open();
    actions.heard(said({}));
    actions.heard(said({}));
    actions.heard(said({ key: 'other-2', seq: 2 }));
    expect(state.get().unread).toBe(2);
    actions.inView(true);
    actions.heard(said({ key: 'other-3', seq: 3 }));
    expect(state.get().unread).toBe(0);
  });

  it('stands in the order of the server whatever the order of arrival', () => {
    const { state, actions } = open();
    actions.heard(said({ key: 'b', seq: 7, text: 'sist' }));
    actions.heard(said({ key: 'a', seq: 3, text: 'först' }));
    expect(state.get().entries.map(({ text }) => text)).toEqual(['först', 'sist']);
  });

  it('sends nothing for an empty line and never more than 2000 characters', () => {
    const { actions, sent } = open();
    actions.say('   ');
    actions.say('å'.repeat(2500));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.type === 'say' && sent[0].text.length).toBe(2000);
  });

  it('shows what was said before the page came without calling it new', () => {
    const { actions, state } = open();
    actions.heard(said({ text: 'Förut' }), true);
    expect(state.get()).toMatchObject({ newest: null, unread: 1 });
    actions.heard(said({ key: 'other-2', seq: 2, text: 'Nu' }));
    expect(state.get().newest?.text).toBe('Nu');
  });
});
