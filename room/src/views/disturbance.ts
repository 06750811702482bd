import type { Scope } from '../base/scope';
import { DISTURBANCES, report, technique, type DisturbanceKind } from '../call/disturbance';
import type { RoomContext } from './context';
import { button, h, setAttribute, show } from './dom';

/** "Något fungerar inte", without leaving the call: one choice, one press, and what to try. */
export function disturbanceContent(scope: Scope, context: RoomContext, close: () => void): HTMLElement[] {
  const { call, words, quality } = context;
  const choices = h('fieldset', { class: 'disturbance-kinds' }, h('legend', {}, words.disturbanceWhat), ...DISTURBANCES.map((kind) => choice(kind, words[kind])));
  const answer = h('div', { role: 'status', class: 'disturbance-answer' });
  const explained = h('p', {}, words.disturbanceKept);
  const send = button(scope, { 'data-variant': 'primary', 'data-action': 'send-disturbance', 'aria-disabled': 'true' }, words.send, () => {
    const chosen = choices.querySelector<HTMLInputElement>('input:checked');
    if (!chosen || send.getAttribute('aria-disabled') === 'true') return;
    setAttribute(send, 'aria-disabled', 'true');
    void report(chosen.value as DisturbanceKind, technique(call, quality.get())).then((tips) => {
      if (scope.ended) return;
      const arrived = tips !== null;
      answer.replaceChildren(h('p', {}, h('strong', {}, arrived ? words.disturbanceThanks : words.disturbanceFailed)), ...(tips ?? []).map((tip) => h('p', {}, tip)));
      for (const part of [choices, explained, send]) show(part, !arrived);
      setAttribute(send, 'aria-disabled', null);
    });
  });
  scope.listen(choices, 'change', () => { setAttribute(send, 'aria-disabled', null); });
  const done = button(scope, { 'data-variant': 'secondary', 'data-action': 'close-sheet' }, words.close, close);
  return [h('h2', {}, words.disturbance), choices, explained, answer, send, done];
}

function choice(kind: DisturbanceKind, label: string): HTMLElement {
  return h('label', { class: 'disturbance-kind' }, h('input', { type: 'radio', class: 'ds-input', name: 'disturbance', value: kind }), label);
}
