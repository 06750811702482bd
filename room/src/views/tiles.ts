import type { Scope } from '../base/scope';
import type { Person } from '../messages';
import type { Remote } from '../call/peers';
import type { RoomContext } from './context';
import { h, setAttribute, setText, show } from './dom';
import { cameraWord, knownAs, silences } from './people';
import { phoneNumber } from './phone';

const BACK_SHOWN = 5_000;

interface Shown {
  connection: string;
  people: readonly Person[];
  remote: Remote | null;
}

/** One tile per connection that somebody else sits at, also while its picture is on the way. */
export function tilesOf(people: readonly Person[], remotes: ReadonlyMap<string, Remote>): Shown[] {
  const byConnection = new Map<string, Person[]>();
  for (const person of people) {
    if (person.self || person.connection === null) continue;
    byConnection.set(person.connection, [...(byConnection.get(person.connection) ?? []), person]);
  }
  return [...byConnection].map(([connection, seated]) => ({ connection, people: seated, remote: remotes.get(connection) ?? null }));
}

interface Tile {
  element: HTMLElement;
  update: (shown: Shown) => void;
  play: () => void;
}

/** The moment a test or a bench wants: the first frame of somebody else, decoded and shown. */
function markFirstFrame(figure: HTMLElement, video: HTMLVideoElement, track: MediaStreamTrack, still: () => boolean): void {
  delete figure.dataset['firstFrame'];
  const seen = (): void => {
    if (!still() || figure.dataset['firstFrame'] !== undefined) return;
    const { startTime } = performance.mark('first-remote-frame', { detail: { track: track.id } });
    figure.dataset['firstFrame'] = String(Math.round(startTime));
  };
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(seen);
  else (video as HTMLVideoElement).addEventListener('loadeddata', seen, { once: true });
}

/** Swaps the track of an element only when it is another one. */
function give(element: HTMLMediaElement, track: MediaStreamTrack | null): boolean {
  const old = element.srcObject instanceof MediaStream ? element.srcObject.getTracks()[0] : undefined;
  if (old === (track ?? undefined)) return false;
  element.srcObject = track ? new MediaStream([track]) : null;
  return track !== null;
}

/** Whether those at the device have just come back to it: said for a moment. */
function watchReturn(scope: Scope, figure: HTMLElement, redraw: () => void): (people: readonly Person[]) => boolean {
  let wasAway = false;
  let isBack = false;
  return (people) => {
    const away = people.some((person) => person.away);
    if (wasAway && !away) {
      isBack = true;
      scope.after(BACK_SHOWN, () => {
        isBack = false;
        redraw();
      });
    }
    wasAway = away;
    setAttribute(figure, 'data-away', away ? 'yes' : 'no');
    return isBack;
  };
}

/**
 * Sound and picture of one connection. The picture is a muted video of its own, so that it shows even where the browser
 * will not play sound before a press.
 */
function createTile(scope: Scope, { words, soundBlocked }: RoomContext, connection: string): Tile {
  const video = h('video', { autoplay: true, playsinline: true, class: 'tile-video' });
  video.muted = true;
  const audio = h('audio', { autoplay: true });
  const still = h('p', { class: 'tile-still' });
  const names = h('p', { class: 'tile-names' });
  const known = h('p', { class: 'tile-known' });
  const states = h('p', { class: 'tile-state' });
  const caption = h('figcaption', {}, names, known, states);
  const figure = h('figure', { class: 'call-tile', 'data-connection-id': connection }, video, audio, still, caption);

  const play = (): void => {
    // A device that was locked has stopped both.
    void video.play().catch(() => undefined);
    audio.play().then(
      () => { soundBlocked.set(false); },
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError') soundBlocked.set(true);
      },
    );
  };
  scope.onEnd(() => {
    video.srcObject = audio.srcObject = null;
  });

  let latest: Shown;
  const isBack = watchReturn(scope, figure, () => { update(latest); });

  function update(shown: Shown): void {
    latest = shown;
    const { people, remote } = shown;
    const track = remote?.video ?? null;
    if (give(video, track) && track) markFirstFrame(figure, video, track, () => video.srcObject !== null);
    if (give(audio, remote?.audio ?? null)) play();
    const [first] = people;
    const camera = first?.camera ?? 'on';
    setAttribute(figure, 'data-camera', camera);
    setAttribute(figure, 'data-microphone', first?.microphone ?? null);
    setAttribute(figure, 'data-present', people.some(({ present }) => present) ? 'yes' : 'no');
    setText(names, people.map(({ name }) => name).join(', '));
    setAttribute(names, 'dir', 'auto');
    setText(known, first ? knownAs(words, first) : '');
    const said = [...(isBack(people) ? [words.isBackNow] : []), ...(first ? silences(words, first) : [])];
    setText(states, said.join('. '));
    show(states, said.length > 0);
    setText(still, first?.away ? words.isAway : cameraWord(words, camera));
  }
  return { element: figure, update, play };
}

export function tilesView(scope: Scope, context: RoomContext): HTMLElement {
  const { call, settings, words, soundBlocked } = context;
  let said: string | null = null;
  const area = h('div', { class: 'call-tiles' });
  const alone = h('p', { class: 'alone' }, words.alone);
  const hear = h('button', { type: 'button', class: 'ds-button hear', 'data-action': 'hear', hidden: true }, words.hearPress);
  const tiles = new Map<string, { tile: Tile; scope: Scope }>();

  function draw(): void {
    const shown = tilesOf(call.state.get().people, call.peers.state.get().remotes);
    const wanted = new Set(shown.map(({ connection }) => connection));
    for (const [connection, { tile, scope: own }] of tiles) {
      if (wanted.has(connection)) continue;
      own.end();
      tile.element.remove();
      tiles.delete(connection);
    }
    for (const one of shown) {
      const known = tiles.get(one.connection) ?? addTile(one.connection);
      known.tile.update(one);
    }
    const { parkedBy } = call.together.state.get();
    if (parkedBy === null) setText(alone, words.alone);
    else if (parkedBy !== said) alone.replaceChildren(words.parkedFor(parkedBy), ' ', settings.phone ? phoneNumber(context, settings.phone) : '');
    said = parkedBy;
    show(alone, tiles.size === 0 || parkedBy !== null);
    setAttribute(area, 'data-tiles', tiles.size);
  }

  function addTile(connection: string): { tile: Tile; scope: Scope } {
    const own = scope.child();
    const added = { tile: createTile(own, context, connection), scope: own };
    tiles.set(connection, added);
    area.append(added.tile.element);
    return added;
  }

  scope.listen(hear, 'click', () => {
    for (const { tile } of tiles.values()) tile.play();
  });
  scope.listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') for (const { tile } of tiles.values()) tile.play();
  });
  soundBlocked.follow(scope, (blocked) => {
    show(hear, blocked);
  });
  call.state.follow(scope, draw);
  call.together.state.follow(scope, draw);
  call.peers.state.follow(scope, draw);
  return h('div', { class: 'tiles-area' }, area, alone, hear);
}
