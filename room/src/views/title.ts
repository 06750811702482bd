import type { Screen } from '../call/screens';
import type { RoomContext } from './context';
import { tell } from './over';

/** The document's title: the first thing a screen reader says, and what shows in a tab beside others. Never a name. */
export function titleOf(screen: Screen, context: Pick<RoomContext, 'words' | 'settings'>): string {
  const { words } = context;
  switch (screen.kind) {
    case 'joining':
      return words.joining;
    case 'waiting':
      return words.titleWaiting;
    case 'room':
      return words.titleRoom;
    default:
      return tell(screen, context).heading;
  }
}
