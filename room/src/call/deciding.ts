import type { Picture } from '../messages';

export type PostAnswer = { kind: 'done' } | { kind: 'refused'; why: string | null; slug: string | null } | { kind: 'unreachable' };

export type Decision = { kind: 'save'; patientAsked: boolean; rightPatient?: string } | { kind: 'discard' };

/** Whose call it is: the number is null when unknown, empty when protected. The id tells the server whom this page showed. */
export interface Patient {
  id: string;
  name: string;
  identity: string | null;
}

export interface DecidingState {
  /** For the professional: what to decide about, oldest first. */
  undecided: readonly Picture[];
  /** The patient to be confirmed before this picture, the first that is saved of the call, can be. */
  confirming: { id: string; patientAsked: boolean; patient: Patient } | null;
  /** A decision on its way. */
  deciding: boolean;
  decided: 'saved' | 'discarded' | null;
  /** Why the last decision was not carried out, in words of the server; empty when it did not answer. */
  notDecided: string | null;
}

export interface DecidingInputs {
  decide: (id: string, decision: Decision) => Promise<PostAnswer>;
  /** Null when the server does not tell. */
  patient: () => Promise<Patient | null>;
}

export const NOTHING_TO_DECIDE: DecidingState = { undecided: [], confirming: null, deciding: false, decided: null, notDecided: null };

/** Nothing of a call is saved before somebody has said that it is the right patient. */
const NOT_CONFIRMED = 'meetings/patient-not-confirmed';

/** Saved or discarded, one picture at a time. */
export class Deciding {
  constructor(
    private readonly inputs: DecidingInputs,
    private readonly state: { get: () => DecidingState; set: (change: Partial<DecidingState>) => void },
  ) {}

  async decide(id: string, decision: Decision): Promise<void> {
    if (this.state.get().deciding) return;
    this.state.set({ deciding: true, notDecided: null, decided: null, confirming: null });
    const answer = await this.inputs.decide(id, decision);
    if (answer.kind === 'done') this.settle(id, decision);
    else if (answer.kind === 'refused' && answer.slug === NOT_CONFIRMED && decision.kind === 'save') await this.askWhose(id, decision.patientAsked);
    else this.state.set({ deciding: false, notDecided: answer.kind === 'refused' ? (answer.why ?? '') : '' });
  }

  async confirm(right: boolean): Promise<void> {
    const { confirming } = this.state.get();
    this.state.set({ confirming: null });
    if (right && confirming) await this.decide(confirming.id, { kind: 'save', patientAsked: confirming.patientAsked, rightPatient: confirming.patient.id });
  }

  private settle(id: string, decision: Decision): void {
    const undecided = this.state.get().undecided.filter((picture) => picture.id !== id);
    this.state.set({ deciding: false, undecided, decided: decision.kind === 'save' ? 'saved' : 'discarded' });
  }

  private async askWhose(id: string, patientAsked: boolean): Promise<void> {
    const patient = await this.inputs.patient();
    this.state.set(patient ? { deciding: false, confirming: { id, patientAsked, patient } } : { deciding: false, notDecided: '' });
  }
}
