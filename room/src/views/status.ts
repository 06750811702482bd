import type { Scope } from '../base/scope';
import type { Quality } from '../call/quality';
import type { RoomContext } from './context';
import { h, setAttribute, setText, show } from './dom';

function qualityWord(quality: Quality, words: RoomContext['words']): string {
  switch (quality) {
    case 'unknown':
      return words.connectingMedia;
    case 'good':
      return words.good;
    case 'weak':
      return words.weak;
    case 'bad':
      return words.bad;
    case 'lost':
      return words.lost;
  }
}

/** The line at the top: how it goes in words, how long it has lasted, and when the connection is being mended. */
export function statusView(scope: Scope, { call, words, quality }: RoomContext): HTMLElement {
  const heading = h('h1', { class: 'call-name', tabindex: -1 }, words.callName);
  const state = h('p', { class: 'call-state', 'data-quality': 'unknown' });
  const lost = h('p', { class: 'line-lost', role: 'status' });
  const bar = h('header', { class: 'call-status' }, heading, state, lost);

  function draw(): void {
    const { screen, line, media } = call.state.get();
    show(heading, screen.kind !== 'waiting');
    show(bar, screen.kind !== 'waiting' || media === 'unavailable' || line.kind === 'reconnecting');
    show(state, screen.kind === 'room' || media === 'unavailable');
    const started = screen.kind === 'room' && screen.startedAt !== null ? Date.parse(screen.startedAt) : null;
    const length = started === null ? '' : ` · ${words.minutes(Math.max(0, Math.floor((Date.now() - started) / 60_000)))}`;
    const { parkedBy } = call.together.state.get();
    const heard = parkedBy !== null ? words.parkedShort : media === 'unavailable' ? words.noMedia : qualityWord(quality.get(), words);
    setText(state, heard + length);
    setAttribute(state, 'data-quality', parkedBy !== null ? 'parked' : media === 'unavailable' ? 'none' : quality.get());
    setText(lost, line.kind === 'reconnecting' && screen.kind !== 'joining' ? words.reconnecting : '');
  }
  call.state.follow(scope, draw);
  call.together.state.follow(scope, draw);
  quality.follow(scope, draw);
  scope.every(10_000, draw);
  return bar;
}
