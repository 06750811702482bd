import { shake } from '../base/browser';
import type { Scope } from '../base/scope';
import type { RoomContext } from './context';
import { button, h, setAttribute, setText, show } from './dom';
import { whoAsks } from './people';
import { pictureDecideView } from './picture-decide';
import { pictureTakeView } from './picture-take';

/** The place beside the faces for a picture: taken on one side, looked at on the other. It pushes, it never covers. */
export function pictureView(scope: Scope, context: RoomContext, live: HTMLElement): HTMLElement {
  const professional = context.settings.role === 'professional';
  const content = professional ? pictureDecideView(scope, context) : pictureTakeView(scope, context);
  const panel = h('section', { class: 'call-picture', 'data-panel': 'picture', 'aria-label': context.words.patientPicture, hidden: true }, content);
  const { call } = context;
  const draw = (): void => {
    const { taking, wanted, undecided, decided } = call.pictures.state.get();
    const mine = professional ? undecided.length > 0 || decided !== null : wanted || taking.kind !== 'idle';
    const open = call.state.get().screen.kind === 'room' && mine;
    show(panel, open);
    setAttribute(live, 'data-picture', open ? 'open' : 'closed');
  };
  call.pictures.state.follow(scope, draw);
  call.state.follow(scope, draw);
  announce(scope, context);
  return panel;
}

/** What comes without a press is said aloud. */
function announce(scope: Scope, context: RoomContext): void {
  const { call, words, aloud, settings } = context;
  let before = call.pictures.state.get();
  call.pictures.state.follow(scope, (now) => {
    if (settings.role === 'professional') {
      if (now.undecided.length > before.undecided.length) aloud.say(words.pictureCame);
      else if (now.decided && !before.decided) aloud.say(now.decided === 'saved' ? words.pictureSaved : words.pictureDiscarded);
      else if (now.declined && !before.declined) aloud.say(words.pictureDeclined);
    } else {
      if (now.wanted && !before.wanted) {
        aloud.say(words.wantsPicture(whoAsks(context)));
        shake([200]);
      }
      if (now.taking.kind === 'sent' && before.taking.kind !== 'sent') aloud.say(words.pictureSent);
    }
    before = now;
  });
}

/** Asks, or offers, whichever side it is; the other half of the two is shown in its panel. */
export function pictureButton(scope: Scope, context: RoomContext, pressed: () => void = () => undefined): HTMLElement {
  const { call, words, settings } = context;
  const { actions, state } = call.pictures;
  const professional = settings.role === 'professional';
  const note = h('p', { class: 'picture-note', role: 'status' });
  const press = button(scope, { 'data-variant': 'secondary', 'data-action': professional ? 'ask-picture' : 'take-picture' }, '', () => {
    if (!professional) void actions.aim();
    else if (state.get().wanted) actions.unask();
    else actions.ask();
    pressed();
  });
  const box = h('div', { class: 'picture-ask' }, note, press);
  const draw = (): void => {
    const { wanted, declined, taking } = state.get();
    setText(press, professional ? (wanted ? words.pictureNoLonger : words.askPicture) : words.takePicture);
    setText(note, !professional ? '' : wanted ? words.pictureAwaited : declined ? words.pictureDeclined : '');
    show(note, note.textContent !== '');
    show(box, call.state.get().screen.kind === 'room' && (professional || (taking.kind === 'idle' && !wanted)));
  };
  state.follow(scope, draw);
  call.state.follow(scope, draw);
  return box;
}
