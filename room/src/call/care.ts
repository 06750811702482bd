import { createStore, type Readable } from '../base/store';
import type { Instruction, PageMessage, Part, Place, ServerCare } from '../messages';

export interface CareState {
  /** The emergency that stands; while our own press is on its way nothing is known of it yet. */
  emergency: { by: string | null; at: string | null } | null;
  /** The last one that was taken back, when none stands. */
  takenBack: { by: string; at: string } | null;
  place: Place;
  /** Unit and area that the care worker came from. */
  from: string;
  callBack: string | null;
  /** An alias stands for the patient, or will when the server has answered. */
  protectedIdentity: boolean;
  instructions: readonly Instruction[];
  /** Instructions on their way. */
  sending: readonly string[];
}

export interface Care {
  state: Readable<CareState>;
  actions: {
    /** "Akut" */
    press: () => void;
    /** "Det var inget akut" */
    takeBack: () => void;
    /** "Skyddade personuppgifter" */
    protect: () => void;
    writePlace: (part: Part, text: string) => void;
    instruct: (text: string) => void;
    /** "Uppfattat" */
    understand: (key: string) => void;
    heard: (message: ServerCare) => void;
    /** The server would not take it. */
    turnedDown: (key: string) => void;
    /** After a join: everything that has not been seen to arrive goes out again under the same key. */
    resend: () => void;
  };
}

interface CareInputs {
  send: (message: PageMessage) => boolean;
  newKey: () => string;
}

export const MOST_LINES = 5;
export const LONGEST_INSTRUCTION = 500;
export const LONGEST_PLACE = 120;

const NOWHERE: Place = { address: '', floor: '', doorCode: '', room: '' };

export const PLACE_PARTS: Record<Part, keyof Place> = { ADDRESS: 'address', FLOOR: 'floor', DOOR_CODE: 'doorCode', ROOM: 'room' };

/** The lines that would be sent: without blank ends. */
export const linesOf = (text: string): number => text.trim().split('\n').length;

/** What concerns the patient's safety. Like a text, each press is the server's only when it has come back. */
export function createCare(inputs: CareInputs): Care {
  const machine = new CareMachine(inputs);
  return {
    state: machine.state,
    actions: {
      press: () => { machine.press(); },
      takeBack: () => { machine.takeBack(); },
      writePlace: (part, text) => { machine.post(`place ${part}`, { type: 'place', part, text: text.trim() }); },
      protect: () => { machine.protect(); },
      instruct: (text) => { machine.instruct(text); },
      understand: (key) => { machine.post(`understood ${key}`, { type: 'understood', key }); },
      heard: (message) => { machine.heard(message); },
      turnedDown: (key) => { machine.turnedDown(key); },
      resend: () => { machine.resend(); },
    },
  };
}

/** Whether what the server shows is what the message asked for, or what somebody else has said after it. */
function hasArrived(message: PageMessage, { emergency, place, protectedIdentity, instructions }: ServerCare, before: Place): boolean {
  switch (message.type) {
    case 'emergency':
      return emergency !== null && (emergency.key === message.key || emergency.closedAt === null);
    case 'noemergency':
      return emergency?.key !== message.key || emergency.closedAt !== null;
    case 'place':
      return place[PLACE_PARTS[message.part]] === message.text || place[PLACE_PARTS[message.part]] !== before[PLACE_PARTS[message.part]];
    case 'protect':
      return protectedIdentity;
    case 'instruct':
      return instructions.some(({ key }) => key === message.key);
    case 'understood':
      return !instructions.some(({ key, understoodAt }) => key === message.key && understoodAt === null);
    default:
      return true;
  }
}

class CareMachine {
  readonly state = createStore<CareState>({
    emergency: null,
    takenBack: null,
    place: NOWHERE,
    from: '',
    callBack: null,
    protectedIdentity: false,
    instructions: [],
    sending: [],
  });
  private readonly unseen = new Map<string, PageMessage>();
  private news: ServerCare | null = null;

  constructor(private readonly inputs: CareInputs) {}

  press(): void {
    if (this.state.get().emergency) return;
    const key = this.inputs.newKey();
    this.post(key, { type: 'emergency', key });
  }

  takeBack(): void {
    const emergency = this.news?.emergency;
    if (emergency?.closedAt === null) this.post(`no ${emergency.key}`, { type: 'noemergency', key: emergency.key });
  }

  protect(): void {
    if (this.state.get().protectedIdentity) return;
    const key = this.inputs.newKey();
    this.post(key, { type: 'protect', key });
  }

  instruct(typed: string): void {
    const text = typed.trim();
    if (text === '' || linesOf(text) > MOST_LINES || text.length > LONGEST_INSTRUCTION) return;
    const key = this.inputs.newKey();
    this.post(key, { type: 'instruct', key, text });
  }

  post(name: string, message: PageMessage): void {
    this.unseen.set(name, message);
    this.show();
    this.inputs.send(message);
  }

  heard(message: ServerCare): void {
    const before = this.news?.place ?? NOWHERE;
    this.news = message;
    for (const [name, sent] of this.unseen) if (hasArrived(sent, message, before)) this.unseen.delete(name);
    this.show();
  }

  turnedDown(key: string): void {
    for (const [name, message] of this.unseen) if ('key' in message && message.key === key) this.unseen.delete(name);
    this.show();
  }

  resend(): void {
    for (const message of this.unseen.values()) this.inputs.send(message);
  }

  private show(): void {
    const waiting = [...this.unseen.values()];
    const news: Partial<ServerCare> = this.news ?? {};
    const { emergency: last = null, place = NOWHERE, from = '', callBack = null, protectedIdentity = false, instructions = [] } = news;
    const understood = new Set(waiting.flatMap((message) => (message.type === 'understood' ? [message.key] : [])));
    const stands = last?.closedAt === null && !this.unseen.has(`no ${last.key}`);
    const closedAt = last?.closedAt ?? null;
    const pressing = waiting.some(({ type }) => type === 'emergency');
    this.state.set({
      emergency: stands ? { by: last.by, at: last.at } : pressing ? { by: null, at: null } : null,
      takenBack: closedAt !== null && !pressing ? { by: last?.closedBy ?? '', at: closedAt } : null,
      // What is on its way already stands in its field.
      place: waiting.reduce((known, sent) => (sent.type === 'place' ? { ...known, [PLACE_PARTS[sent.part]]: sent.text } : known), place),
      from,
      callBack,
      protectedIdentity: protectedIdentity || waiting.some(({ type }) => type === 'protect'),
      instructions: instructions.filter(({ key }) => !understood.has(key)),
      sending: waiting.flatMap((message) => (message.type === 'instruct' ? [message.text] : [])),
    });
  }
}
