import type { Scope } from '../base/scope';
import { LONGEST_TEXT, type Entry } from '../call/conversation';
import type { RoomContext } from './context';
import { clock } from './clock';
import { button, h, keyed, setAttribute, setText, show } from './dom';

function entryLine(scope: Scope, { call, words, settings }: RoomContext, entry: Entry): HTMLLIElement {
  const body = h('p', { class: 'entry-text', dir: 'auto' }, entry.text);
  const foot = h('p', { class: 'entry-foot' });
  const line = h('li', { class: 'call-entry', 'data-key': entry.id, 'data-entry': entry.kind });
  if (entry.kind === 'said') {
    setAttribute(line, 'data-own', entry.own);
    const said = h('time', { datetime: entry.at }, clock(entry.at, settings.locale));
    line.append(h('p', { class: 'entry-head' }, h('bdi', {}, entry.own ? words.you : entry.name), ' ', said), body);
    return line;
  }
  line.dataset['own'] = '';
  setText(foot, entry.kind === 'sending' ? words.sending : words.notSent);
  line.append(body, foot);
  if (entry.kind === 'not-sent') {
    const again = (): void => {
      call.conversation.actions.tryAgain(entry.id);
    };
    foot.append(' ', button(scope, { 'data-variant': 'tertiary', 'data-action': 'send-again' }, words.sendAgain, again));
  }
  return line;
}

/** So many lines are shown at first, and as many more each time somebody asks for earlier ones. */
const AT_A_TIME = 200;

/** Milliseconds between two pictures of the screen. */
const ONE_PICTURE = 16;

function writeForm(scope: Scope, { call, words }: RoomContext): { form: HTMLFormElement; field: HTMLTextAreaElement } {
  const field = h('textarea', {
    class: 'ds-input',
    id: 'room-text',
    rows: 2,
    maxlength: LONGEST_TEXT,
    enterkeyhint: 'send',
    autocomplete: 'off',
    dir: 'auto',
  });
  const form = h(
    'form',
    { class: 'call-write', 'data-form': 'say' },
    h('label', { for: 'room-text' }, words.writeHere),
    field,
    h('button', { type: 'submit', class: 'ds-button', 'data-variant': 'secondary', 'data-action': 'send' }, words.send),
  );
  scope.listen(form, 'submit', (event) => {
    event.preventDefault();
    call.conversation.actions.say(field.value);
    field.value = '';
    field.focus();
  });
  scope.listen(field, 'keydown', (event) => {
    const { key, shiftKey, isComposing } = event as KeyboardEvent;
    if (key !== 'Enter' || shiftKey || isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return { form, field };
}

interface TextView {
  element: HTMLElement;
  focus: () => void;
  /** True while somebody is in the middle of writing. */
  inUse: () => boolean;
}

/** The two-way text: the same from the wait into the room, so that nothing half written is lost on the way. */
export function textView(scope: Scope, context: RoomContext, closeText: () => void): TextView {
  const { call, words, aloud } = context;
  const list = h('ol', { class: 'call-entries', 'aria-label': words.text, tabindex: 0 });
  const empty = h('p', { class: 'nothing-yet' }, words.noTextYet);
  const { form, field } = writeForm(scope, context);
  const draw = keyed<Entry, HTMLLIElement>(
    list,
    ({ id, kind }) => `${kind} ${id}`,
    (entry) => entryLine(scope, context, entry),
    () => undefined,
  );
  let newest: string | undefined;
  let most = AT_A_TIME;
  let due = false;
  const drawAll = (): void => {
    due = false;
    const { entries } = call.conversation.state.get();
    show(empty, entries.length === 0);
    show(list, entries.length > 0);
    show(earlier, entries.length > most);
    draw(entries.slice(-most));
    const last = entries.at(-1)?.id;
    if (last !== newest) list.scrollTop = list.scrollHeight;
    newest = last;
  };
  const earlier = button(scope, { 'data-variant': 'tertiary', 'data-action': 'earlier-text', hidden: true }, words.earlierText, () => {
    const fromTheEnd = list.scrollHeight - list.scrollTop;
    most += AT_A_TIME;
    drawAll();
    list.scrollTop = list.scrollHeight - fromTheEnd;
  });
  // Lines come in bursts after a lost connection: all that came since the last picture is drawn at once.
  call.conversation.state.follow(scope, () => {
    if (due) return;
    due = true;
    scope.after(ONE_PICTURE, drawAll);
  });
  let said = call.conversation.state.get().newest;
  call.conversation.state.follow(scope, (now) => {
    if (now.newest && now.newest !== said) aloud.say(words.saidBy(now.newest.name, now.newest.text));
    said = now.newest;
  });
  const hide = button(scope, { 'data-variant': 'tertiary', 'data-action': 'hide-text', class: 'ds-button hide-text' }, words.hideText, closeText);
  const head = h('div', { class: 'call-side-head' }, h('h2', {}, words.text), hide);
  return {
    element: h('section', { class: 'call-text', 'data-panel': 'text' }, head, empty, earlier, list, form),
    focus: () => {
      field.focus();
    },
    inUse: () => field.value !== '' || document.activeElement === field,
  };
}
