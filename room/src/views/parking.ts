import type { Scope } from '../base/scope';
import type { RoomContext } from './context';
import { button, setAttribute, setText, show } from './dom';

/** For the one who leads the call, while nobody else licensed is in it. */
export function parkButton(scope: Scope, { call, words }: RoomContext, label: string): HTMLElement {
  const press = button(scope, { 'data-variant': 'primary', 'data-action': 'park' }, label, call.actions.park);
  call.together.state.follow(scope, ({ mayPark }) => { show(press, mayPark); });
  call.state.follow(scope, ({ wish }) => { setText(press, wish === 'park' ? words.parkingNow : label); });
  return press;
}

/** One press from the face to the day. What the server would not do is told where there is room for it. */
export function parkFromNotice(scope: Scope, context: RoomContext, openKnocks: () => void): HTMLElement {
  const { call, words } = context;
  const park = parkButton(scope, context, words.parkShort);
  setAttribute(park, 'data-variant', 'secondary');
  let asked = false;
  scope.listen(park, 'click', () => { asked = call.state.get().wish === 'park'; });
  call.state.follow(scope, ({ wish, screen }) => {
    if (!asked || wish === 'park') return;
    asked = false;
    if (screen.kind === 'room') openKnocks();
  });
  return park;
}
