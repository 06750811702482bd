import type { Scope } from '../base/scope';
import type { Picture } from '../messages';
import type { RoomContext } from './context';
import { button, h, keyed, setText, show } from './dom';
import { fullScreen, zoomable } from './zoom';

/** The pictures that wait for a decision, one below the other, oldest first. */
export function pictureDecideView(scope: Scope, context: RoomContext): HTMLElement {
  const { call, words } = context;
  const notice = h('p', { class: 'picture-note', role: 'status' });
  const list = h('div', { class: 'picture-list' });
  const scopes = new Map<HTMLElement, Scope>();
  const draw = keyed<Picture, HTMLElement>(
    list,
    ({ id }) => id,
    (picture) => {
      const own = scope.child();
      const made = onePicture(own, context, picture);
      scopes.set(made, own);
      return made;
    },
    () => undefined,
    (gone) => { scopes.get(gone)?.end(); },
  );
  call.pictures.state.follow(scope, ({ undecided, decided }) => {
    draw(undecided);
    setText(notice, decided === 'saved' ? words.pictureSaved : decided === 'discarded' ? words.pictureDiscarded : '');
    show(notice, decided !== null);
  });
  return h('div', { class: 'picture-decide' }, notice, list);
}

function onePicture(scope: Scope, context: RoomContext, picture: Picture): HTMLElement {
  const { words, settings } = context;
  const source = `${settings.pictureUrl}/${picture.id}`;
  const at = new Date(picture.takenAt).toLocaleTimeString(settings.locale === 'en' ? 'en-GB' : 'sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' });
  const full = fullScreen(scope, words, source);
  const sight = zoomable(scope, words, source);
  const decide = decision(scope, context, picture.id);
  // A colleague looks; whoever writes the note decides.
  context.call.together.state.follow(scope, ({ hasNote }) => { show(decide, hasNote); });
  const opener = button(scope, { 'data-variant': 'tertiary', 'data-action': 'full-picture' }, words.fullScreen, full.open);
  return h(
    'article',
    { class: 'picture-one', 'data-picture': picture.id },
    h('h2', { tabindex: -1 }, words.pictureAt(at)),
    sight.view,
    h('div', { class: 'picture-zoom' }, ...sight.buttons, opener),
    decide,
    full.element,
  );
}

function asked(name: string, value: string, label: string): { field: HTMLInputElement; element: HTMLElement } {
  const field = h('input', { type: 'radio', class: 'ds-input', name, value });
  return { field, element: h('label', { class: 'picture-asked' }, field, label) };
}

/** Saved with the note, once somebody has said whether the patient was asked; or discarded, which asks once. */
function decision(scope: Scope, context: RoomContext, id: string): HTMLElement {
  const { call, words } = context;
  const { state, actions } = call.pictures;
  const yes = asked(`asked-${id}`, 'yes', words.patientAsked);
  const couldNot = asked(`asked-${id}`, 'could-not', words.patientCouldNotBeAsked);
  const routine = h('p', { class: 'picture-routine' });
  const problem = h('p', { class: 'picture-problem', role: 'alert' });
  const question = h('fieldset', {}, h('legend', {}, words.patientAskedQuestion), yes.element, couldNot.element);
  const save = button(scope, { 'data-variant': 'primary', 'data-action': 'save-picture' }, words.savePicture, () => {
    if (!yes.field.checked && !couldNot.field.checked) {
      setText(problem, words.patientAskedFirst);
      yes.field.focus();
      return;
    }
    void actions.decide(id, { kind: 'save', patientAsked: yes.field.checked });
  });
  const sure = h('div', { class: 'picture-sure', hidden: true }, h('p', {}, words.discardSure));
  const discard = button(scope, { 'data-variant': 'secondary', 'data-action': 'discard-picture' }, words.discardPicture, () => { ask(true); });
  const usual = row(save, discard);
  const ask = (open: boolean): void => {
    show(sure, open);
    show(usual, !open);
    (open ? really : discard).focus();
  };
  const really = button(scope, { 'data-variant': 'secondary', 'data-color': 'danger', 'data-action': 'discard-now' }, words.discardPicture, () => {
    void actions.decide(id, { kind: 'discard' });
  });
  const whose = confirmation(scope, context, id);
  sure.append(row(really, button(scope, { 'data-variant': 'tertiary' }, words.keepPicture, () => { ask(false); })));
  let asking = false;
  state.follow(scope, ({ maySave, routine: text, notDecided, confirming }) => {
    if (asking !== (confirming?.id === id)) {
      asking = !asking;
      show(usual, !asking);
      if (!asking && whose.contains(document.activeElement)) save.focus();
    }
    setText(routine, [text ? words.imageRoutine(text) : '', maySave ? '' : words.notSavedHere].join('\n').trim());
    show(routine, routine.textContent !== '');
    show(question, maySave);
    show(save, maySave);
    setText(problem, notDecided === null ? '' : notDecided || words.notDecided);
  });
  return h('div', { class: 'picture-decision' }, routine, question, problem, usual, whose, sure);
}

/** Before the first picture of a call is saved somebody says that it is the right patient, as in the note. */
function confirmation(scope: Scope, { call, words }: RoomContext, id: string): HTMLElement {
  const { state, actions } = call.pictures;
  const who = h('p', { class: 'picture-whose', tabindex: -1 });
  const answer = (right: boolean) => (): void => { void actions.confirm(right); };
  const yes = button(scope, { 'data-variant': 'primary', 'data-action': 'right-patient' }, words.rightPatientYes, answer(true));
  const no = button(scope, { 'data-variant': 'tertiary', 'data-action': 'not-right-patient' }, words.cancel, answer(false));
  const box = h('div', { class: 'picture-sure', hidden: true }, h('p', {}, words.rightPatient), who, row(yes, no));
  let shown = false;
  state.follow(scope, ({ confirming }) => {
    const mine = confirming?.id === id ? confirming.patient : null;
    if (shown === (mine !== null)) return;
    shown = mine !== null;
    show(box, shown);
    if (!mine) return;
    const number = mine.identity ?? words.unknownIdentity;
    who.replaceChildren(h('strong', { dir: 'auto' }, mine.name), number === '' ? '' : ` ${number}`);
    who.focus();
    box.scrollIntoView({ block: 'nearest' });
  });
  return box;
}

const row = (...buttons: HTMLElement[]): HTMLElement => h('div', { class: 'picture-buttons' }, ...buttons);
