import { describe, expect, it } from 'vitest';
import { createCare } from '../src/call/care';
import type { Instruction, PageMessage, ServerCare } from '../src/messages';

function open() {
  const sent: PageMessage[] = [];
  let key = 0;
  const care = createCare({
    send: (message) => {
      sent.push(message);
      return true;
    },
    newKey: () => `key-${(key += 1)}`,
  });
  return { ...care, sent };
}

const news = (change: Partial<ServerCare> = {}): ServerCare => ({
  type: 'care',
  emergency: null,
  place: { address: '', floor: '', doorCode: '', room: '' },
  from: 'Hemtjänst Höllviken',
  callBack: '070-174 06 05',
  protectedIdentity: false,
  instructions: [],
  ...change,
});

const PRESSED = { key: 'key-1', by: 'Karin', at: '2026-03-02T21:04:00Z', closedBy: null, closedAt: null };
const TAKEN_BACK = { ...PRESSED, closedBy: 'Sara', closedAt: '2026-03-02T21:05:00Z' };
const asked = (change: Partial<Instruction> = {}): Instruction => ({
  key: 'i-1',
  by: 'Sara',
  text: 'Lyft benet',
  at: '2026-03-02T21:04:00Z',
  understoodAt: null,
  ...change,
});

describe('Akut', () => {
  it('stands at once when pressed, before the server has answered', () => {
    const { state, actions, sent } = open();
    actions.press();
    expect(state.get().emergency).toEqual({ by: null, at: null });
    expect(sent).toEqual([{ type: 'emergency', key: 'key-1' }]);
  });

  it('is one press however often it is pressed, and is sent again under the same key until it has been seen', () => {
    const { state, actions, sent } = open();
    actions.press();
    actions.press();
    actions.heard(news());
    actions.resend();
    expect(sent).toEqual([{ type: 'emergency', key: 'key-1' }, { type: 'emergency', key: 'key-1' }]);
    actions.heard(news({ emergency: PRESSED }));
    actions.resend();
    expect(sent).toHaveLength(2);
    expect(state.get().emergency).toEqual({ by: 'Karin', at: PRESSED.at });
  });

  it('is the first one when both sides press', () => {
    const { state, actions, sent } = open();
    actions.press();
    actions.heard(news({ emergency: { ...PRESSED, key: 'theirs', by: 'Sara' } }));
    actions.resend();
    expect(sent).toHaveLength(1);
    expect(state.get().emergency?.by).toBe('Sara');
  });

  it('taken back is gone at once, and says by whom when the server has answered', () => {
    const { state, actions, sent } = open();
    actions.heard(news({ emergency: PRESSED }));
    actions.takeBack();
    expect(state.get().emergency).toBeNull();
    actions.resend();
    expect(sent.filter(({ type }) => type === 'noemergency')).toHaveLength(2);
    actions.heard(news({ emergency: TAKEN_BACK }));
    actions.resend();
    expect(sent).toHaveLength(2);
    expect(state.get().takenBack).toEqual({ by: 'Sara', at: TAKEN_BACK.closedAt });
  });

  it('may be pressed again after it was taken back', () => {
    const { state, actions } = open();
    actions.heard(news({ emergency: TAKEN_BACK }));
    actions.press();
    expect(state.get().emergency).not.toBeNull();
    expect(state.get().takenBack).toBeNull();
  });

  it('that the server will not take stands no longer', () => {
    const { state, actions, sent } = open();
    actions.press();
    actions.turnedDown('key-1');
    actions.resend();
    expect(state.get().emergency).toBeNull();
    expect(sent).toHaveLength(1);
  });
});

const nowhere = { address: '', floor: '', doorCode: '', room: '' };

describe('where the patient is', () => {
  it('is sent until the server shows the same', () => {
    const { actions, sent } = open();
    actions.writePlace('ADDRESS', ' Storgatan 1 ');
    actions.heard(news());
    actions.resend();
    actions.heard(news({ place: { ...nowhere, address: 'Storgatan 1' } }));
    actions.resend();
    expect(sent).toEqual(Array(2).fill({ type: 'place', part: 'ADDRESS', text: 'Storgatan 1' }));
  });

  it('stands in its field while it is on its way, whatever else is written', () => {
    const { actions, state } = open();
    actions.writePlace('ADDRESS', 'Storgatan 1');
    actions.heard(news({ place: { ...nowhere, floor: '2' } }));
    actions.writePlace('DOOR_CODE', '1234');
    expect(state.get().place).toEqual({ address: 'Storgatan 1', floor: '2', doorCode: '1234', room: '' });
  });

  it('gives way to what the other side has written in the same field after it', () => {
    const { actions, state, sent } = open();
    actions.writePlace('FLOOR', '2');
    actions.heard(news({ place: { ...nowhere, floor: '3' } }));
    expect(state.get().place.floor).toBe('3');
    actions.resend();
    expect(sent).toHaveLength(1);
  });
});

describe('Att göra', () => {
  it('is on its way until it is shown', () => {
    const { state, actions } = open();
    actions.instruct(' Lyft benet ');
    expect(state.get().sending).toEqual(['Lyft benet']);
    actions.heard(news({ instructions: [asked({ key: 'key-1' })] }));
    expect(state.get().sending).toEqual([]);
    expect(state.get().instructions).toHaveLength(1);
  });

  it('is not sent empty, or with more than five lines', () => {
    const { actions, sent } = open();
    actions.instruct('  \n ');
    actions.instruct('1\n2\n3\n4\n5\n6');
    expect(sent).toEqual([]);
    actions.instruct('1\n2\n3\n4\n5\n');
    expect(sent).toHaveLength(1);
  });

  it('is gone from the device with Uppfattat, which is sent until the server knows', () => {
    const { state, actions, sent } = open();
    actions.heard(news({ instructions: [asked()] }));
    actions.understand('i-1');
    expect(state.get().instructions).toEqual([]);
    actions.heard(news({ instructions: [asked()] }));
    actions.resend();
    expect(sent).toHaveLength(2);
    actions.heard(news());
    actions.resend();
    expect(sent).toHaveLength(2);
  });
});

describe('Skyddade personuppgifter', () => {
  it('is said once, stands at once, and is sent again until the server shows it', () => {
    const { state, actions, sent } = open();
    actions.protect();
    actions.protect();
    expect(state.get().protectedIdentity).toBe(true);
    actions.heard(news());
    actions.resend();
    expect(sent).toEqual([{ type: 'protect', key: 'key-1' }, { type: 'protect', key: 'key-1' }]);
    actions.heard(news({ protectedIdentity: true }));
    actions.resend();
    expect(sent).toHaveLength(2);
    expect(state.get().protectedIdentity).toBe(true);
  });

  it('does not stand when the server would not take it', () => {
    const { state, actions } = open();
    actions.protect();
    actions.turnedDown('key-1');
    expect(state.get().protectedIdentity).toBe(false);
  });
});
