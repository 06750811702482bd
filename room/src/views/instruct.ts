import type { Scope } from '../base/scope';
import { linesOf, LONGEST_INSTRUCTION, MOST_LINES } from '../call/care';
import type { Instruction } from '../messages';
import { clock } from './clock';
import type { RoomContext } from './context';
import { h, keyed, setText, show } from './dom';
import { icon } from './icons';

/** "Att göra", where the professional writes it and sees whether it has been understood. */
export function instructView(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words } = context;
  const list = h('ol', { class: 'to-do-list' });
  const { form, open } = instructForm(scope, context);
  const view = h('details', { class: 'instruct', 'data-panel': 'instruct' }, h('summary', {}, icon('toDo'), h('span', {}, words.toDo)), form, list);
  scope.listen(view, 'toggle', () => { if (view.open) open(); });
  const draw = keyed<Instruction, HTMLLIElement>(
    list,
    ({ key }) => key,
    ({ key, text }) => h('li', { 'data-instruction': key }, h('p', { class: 'to-do-text', dir: 'auto' }, text), h('p', { class: 'to-do-state' })),
    (line, { understoodAt }) => {
      const state = line.querySelector('.to-do-state');
      line.dataset['understood'] = understoodAt === null ? 'no' : 'yes';
      if (state) setText(state, understoodAt === null ? words.notUnderstoodYet : words.understoodAt(clock(understoodAt, context.settings.locale)));
    },
  );
  const sending = h('p', { class: 'to-do-sending', role: 'status' });
  list.after(sending);
  call.care.state.follow(scope, (care) => {
    draw(care.instructions);
    setText(sending, care.sending.length > 0 ? words.sending : '');
  });
  call.state.follow(scope, ({ screen }) => { show(view, screen.kind === 'room'); });
  return view;
}

function instructForm(scope: Scope, { call, words }: RoomContext): { form: HTMLFormElement; open: () => void } {
  const field = h('textarea', { class: 'ds-input', id: 'instruction', rows: 3, maxlength: LONGEST_INSTRUCTION, 'aria-describedby': 'instruction-hint', dir: 'auto' });
  const hint = h('p', { id: 'instruction-hint', class: 'to-do-hint', role: 'status' }, words.toDoHint);
  const send = h('button', { type: 'submit', class: 'ds-button', 'data-variant': 'secondary', 'data-action': 'instruct' }, words.sendToDo);
  const form = h('form', { 'data-form': 'instruct' }, h('label', { for: 'instruction' }, words.writeToDo), field, hint, send);
  scope.listen(form, 'submit', (event) => {
    event.preventDefault();
    if (linesOf(field.value) > MOST_LINES) {
      setText(hint, words.tooManyLines);
      return;
    }
    setText(hint, words.toDoHint);
    call.care.actions.instruct(field.value);
    field.value = '';
  });
  return { form, open: () => { field.focus(); } };
}
