import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { FromServer, Person, StateNews, Welcome } from '../messages';
import { createConversation, type Conversation } from './conversation';
import { wireState, type Devices } from './devices';
import { createLine, type Line, type LineInputs, type LineState } from './line';
import { createPeers, type Peers, type PeersInputs } from './peers';
import { isOver, screenOf, type Screen, type Wish } from './screens';

export interface CallState {
  screen: Screen;
  line: LineState;
  /** Whether the server can carry sound and picture; text and the telephone remain when it cannot. */
  media: 'unknown' | 'available' | 'unavailable';
  people: readonly Person[];
  wish: Wish;
}

export interface CallInputs extends Omit<LineInputs, 'onMessage' | 'onWelcome'> {
  newPeer: PeersInputs['newPeer'];
  prepared?: PeersInputs['prepared'];
  newKey: () => string;
  devices: Devices;
  now: () => number;
}

export interface Call {
  state: Readable<CallState>;
  line: Line;
  devices: Devices;
  peers: Peers;
  conversation: Conversation;
  actions: { leave: () => void; endForAll: () => void };
}

/** A media connection that cannot be mended is replaced, but never in a tight loop. */
const START_OVER_PAUSE = 10_000;

/** One call from the device check to the goodbye, the same for both roles: what to show follows from what the server says. */
export function createCall(scope: Scope, inputs: CallInputs): Call {
  const { devices } = inputs;
  const connecting: LineState = { kind: 'connecting' };
  const state = createStore<CallState>({
    screen: { kind: 'joining' },
    line: connecting,
    media: 'unknown',
    people: [],
    wish: null,
  });
  const alive = scope.child();
  let news: StateNews | null = null;
  let welcome: Welcome | null = null;
  let toldTracks = '';
  let startedOver = -Infinity;
  let startOverSoon = false;

  const line = createLine(alive, { ...inputs, onMessage, onWelcome });
  const peers = createPeers(alive, { ...inputs, send: line.actions.send, onBroken });
  const conversation = createConversation({ send: line.actions.send, newKey: inputs.newKey });

  function set(change: Partial<CallState>): void {
    const old = state.get();
    const next = { ...old, ...change };
    const screen = isOver(old.screen) ? old.screen : screenOf(news, next.line, next.wish);
    state.set({ ...next, screen });
    // The wish to leave has to reach the server before the line is let go.
    if (isOver(screen) && (screen.kind !== 'left' || news?.stage === 'left' || next.line.kind === 'closed')) finish();
  }

  function finish(): void {
    devices.actions.stop();
    alive.end();
  }

  function sendTracks(): void {
    const { microphone, camera } = devices.state.get();
    const now = { microphone: wireState(microphone), camera: wireState(camera) };
    const told = JSON.stringify(now);
    if (told !== toldTracks && line.actions.send({ type: 'tracks', ...now })) toldTracks = told;
  }

  function sendWish(): void {
    const { wish } = state.get();
    if (wish) line.actions.send({ type: wish });
  }

  function beginMedia(epoch: number): void {
    if (!welcome) return;
    const { iceServers, maxVideoBitrate } = welcome;
    peers.actions.begin({ epoch, iceServers, maxVideoBitrate });
    publishIfAllowed();
  }

  function publishIfAllowed(): void {
    if (news?.mayPublish && state.get().media === 'available') peers.actions.publish();
  }

  function resumeMedia(): void {
    const { sending, receiving } = peers.state.get();
    if (sending === 'failed' || receiving === 'failed') onBroken();
    else peers.actions.resume();
  }

  function onWelcome(message: Welcome): void {
    const known = welcome?.epoch === message.epoch && welcome.connection === message.connection;
    welcome = message;
    set({ media: message.media, line: { kind: 'open' } });
    if (message.resumed && known && peers.connections().sending) resumeMedia();
    else if (message.media === 'available') beginMedia(message.epoch);
    toldTracks = '';
    sendTracks();
    conversation.actions.resend();
    sendWish();
  }

  function onState(message: StateNews): void {
    if (news && message.seq < news.seq) return;
    news = message;
    set({ people: message.people });
    publishIfAllowed();
  }

  function onMessage(message: Exclude<FromServer, { type: 'welcome' | 'beat' | 'closed' }>): void {
    switch (message.type) {
      case 'state':
        onState(message);
        return;
      case 'message':
        conversation.actions.heard(message);
        return;
      case 'problem':
        if (message.key !== null) conversation.actions.turnedDown(message.key);
        else if (state.get().wish === 'end') set({ wish: null });
        return;
      case 'media':
        if (welcome) welcome = { ...welcome, epoch: message.epoch };
        set({ media: message.state === 'unavailable' ? 'unavailable' : 'available' });
        if (message.state === 'restart') beginMedia(message.epoch);
        else peers.actions.stop();
        return;
      default:
        peers.actions.heard(message);
    }
  }

  function onBroken(): void {
    if (line.state.get().kind !== 'open' || startOverSoon) return;
    const wait = startedOver + START_OVER_PAUSE - inputs.now();
    if (wait <= 0) {
      startedOver = inputs.now();
      line.actions.startOver();
      return;
    }
    startOverSoon = true;
    alive.after(wait, () => {
      startOverSoon = false;
      onBroken();
    });
  }

  line.state.follow(alive, (now) => {
    set({ line: now });
  });
  devices.state.follow(alive, ({ audio, video }) => {
    peers.actions.setTrack('audio', audio);
    peers.actions.setTrack('video', video);
    sendTracks();
  });

  function ask(wish: Wish): void {
    if (isOver(state.get().screen)) return;
    set({ wish });
    if (wish === 'leave') devices.actions.stop();
    sendWish();
  }

  return {
    state,
    line,
    devices,
    peers,
    conversation,
    actions: {
      leave: () => {
        ask('leave');
      },
      endForAll: () => {
        ask('end');
      },
    },
  };
}
