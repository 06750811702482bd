import type { Scope } from '../base/scope';
import type { Screen } from '../call/screens';
import type { RoomContext } from './context';
import { button, h } from './dom';
import { phoneNumber } from './phone';
import { pictureDecideView } from './picture-decide';

type Over = Exclude<Screen, { kind: 'joining' | 'waiting' | 'room' }>;

interface Told {
  heading: string;
  lines: (string | null)[];
  /** Words before a number to ring, if one is wanted here. */
  phone: string | null;
  quote?: string | null;
}

export function tell(screen: Over, { words, settings }: Pick<RoomContext, 'words' | 'settings'>): Told {
  switch (screen.kind) {
    case 'refused': {
      const home = screen.refusal?.outcome === 'HOME_VISIT';
      return {
        heading: home ? words.refusedHomeVisit : words.refusedOtherWay,
        quote: screen.refusal?.message ?? null,
        lines: [screen.refusal ? words.refusedBy(screen.refusal.by) : null],
        phone: home ? words.refusedHomeVisitNow : words.refusedOtherWayNow,
      };
    }
    case 'ended':
      return {
        heading: words.endedHeading,
        lines: [screen.by ? words.endedBy(screen.by) : null, words.endedNobody, settings.role === 'professional' ? words.noteWaits : null],
        phone: null,
      };
    case 'left':
      return { heading: words.leftHeading, lines: [words.leftExplained], phone: null };
    case 'closed':
      return tellClosed(screen.reason, words);
  }
}

function tellClosed(reason: Extract<Over, { kind: 'closed' }>['reason'], words: RoomContext['words']): Told {
  switch (reason) {
    case 'elsewhere':
      return { heading: words.elsewhereHeading, lines: [words.elsewhereExplained], phone: null };
    case 'revoked':
      return { heading: words.revokedHeading, lines: [], phone: words.revokedExplained };
    case 'signed-out':
      return { heading: words.signedOutHeading, lines: [words.signedOutExplained, words.callGoesOn], phone: null };
    case 'timed-out':
      return { heading: words.signedOutHeading, lines: [words.timedOutExplained, words.callGoesOn], phone: null };
    case 'expired':
      return { heading: words.expiredHeading, lines: [], phone: words.expiredExplained };
  }
}

function nextStep(scope: Scope, screen: Over, { settings, words }: RoomContext): HTMLElement {
  if (screen.kind === 'closed' && screen.reason === 'elsewhere') {
    return button(scope, { 'data-variant': 'primary', 'data-action': 'continue-here' }, words.elsewhereButton, () => {
      location.reload();
    });
  }
  const professional = settings.role === 'professional';
  const expired = screen.kind === 'closed';
  const href = professional ? settings.dayUrl : expired ? '/' : settings.goodbyeUrl;
  const word = professional ? words.toMyDay : expired ? words.startAgain : words.onward;
  return h('a', { href, class: 'ds-button', 'data-variant': 'primary', 'data-action': 'onward' }, word);
}

/** Pictures that nobody has saved or discarded: still possible here. */
function leftToDecide(scope: Scope, screen: Over, context: RoomContext): HTMLElement | null {
  const mine = context.settings.role === 'professional' && screen.kind === 'ended';
  if (!mine || context.call.pictures.state.get().undecided.length === 0) return null;
  return h('section', { class: 'over-pictures', 'data-panel': 'picture' }, h('h2', {}, context.words.endUndecided), pictureDecideView(scope, context));
}

/** The last screen: what happened, what is off, what to do now. */
export function overView(scope: Scope, screen: Over, context: RoomContext): HTMLElement {
  const { heading, lines, phone, quote } = tell(screen, context);
  const number = screen.kind === 'refused' ? (screen.unit?.phone ?? context.settings.phone) : context.settings.phone;
  return h(
    'section',
    { class: 'call-over' },
    h('h1', { tabindex: -1 }, heading),
    quote ? h('blockquote', { dir: 'auto', 'data-message': true }, quote) : null,
    ...lines.filter((line) => line !== null).map((line) => h('p', {}, line)),
    phone !== null && number ? h('p', {}, `${phone} `, phoneNumber(context, number)) : null,
    leftToDecide(scope, screen, context),
    nextStep(scope, screen, context),
  );
}
