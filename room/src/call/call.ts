import type { Scope } from '../base/scope';
import { createStore, type Readable } from '../base/store';
import type { MediaState, PageMessage, Person, ServerMedia, ServerState, ServerWelcome } from '../messages';
import { tellAway } from './away';
import { createCare, type Care } from './care';
import { createConversation, type Conversation } from './conversation';
import { wireState, type Devices } from './device-state';
import { createLine, type Line, type LineInputs, type LineState } from './line';
import { createPeers, type Peers, type PeersInputs } from './peers';
import { createPictures, type Pictures, type PicturesInputs } from './pictures';
import { isOver, screenOf, type Screen, type Wish } from './screens';
import { createStartOver } from './start-over';
import { createTryAgain } from './try-again';
import { createTogether, outgoing, type Outgoing, type Together } from './together';

export interface CallState {
  screen: Screen;
  line: LineState;
  /** Whether the server can carry sound and picture; text and the telephone remain when it cannot. */
  media: 'unknown' | 'available' | 'unavailable';
  people: readonly Person[];
  wish: Wish;
}

interface CallInputs extends Omit<LineInputs, 'onMessage' | 'onWelcome'> {
  newPeer: PeersInputs['newPeer'];
  prepared?: PeersInputs['prepared'];
  newKey: () => string;
  devices: Devices;
  /** While the screen is locked or shows something else. */
  away: Readable<boolean>;
  pictures: Omit<PicturesInputs, 'send' | 'newKey'>;
  now: () => number;
}

export interface Call {
  state: Readable<CallState>;
  line: Line;
  devices: Devices;
  peers: Peers;
  conversation: Conversation;
  care: Care;
  pictures: Pictures;
  together: Together;
  actions: { leave: () => void; endForAll: () => void; park: () => void };
}

/** One call from the device check to the goodbye, the same for both roles: what to show follows from what the server says. */
export function createCall(scope: Scope, inputs: CallInputs): Call {
  const machine = new CallMachine(scope, inputs);
  const { state, line, peers, conversation, care, pictures, together } = machine;
  return {
    state,
    line,
    peers,
    conversation,
    care,
    pictures,
    together,
    devices: inputs.devices,
    actions: {
      leave: () => { machine.ask('leave'); },
      endForAll: () => { machine.ask('end'); },
      park: () => { machine.ask('park'); },
    },
  };
}

const hasMedia = (state: MediaState): 'available' | 'unavailable' => (state === 'unavailable' ? state : 'available');

class CallMachine {
  readonly state = createStore<CallState>({
    screen: { kind: 'joining' },
    line: { kind: 'connecting' },
    media: 'unknown',
    people: [],
    wish: null,
  });
  readonly line: Line;
  readonly peers: Peers;
  readonly conversation: Conversation;
  readonly care: Care;
  readonly pictures: Pictures;
  readonly together: Together;
  private readonly out: Readable<Outgoing>;
  private readonly alive: Scope;
  private news: ServerState | null = null;
  private welcome: ServerWelcome | null = null;
  private lastBefore: number | null = null; // the last text that was there when this page came
  private readonly joined: () => void;
  private toldTracks = '';
  private readonly startOver: () => void;
  private readonly tryAgain: ReturnType<typeof createTryAgain>;

  constructor(
    scope: Scope,
    private readonly inputs: CallInputs,
  ) {
    this.alive = scope.child();
    this.line = createLine(this.alive, {
      ...inputs,
      onMessage: (message) => { this.onMessage(message); },
      onWelcome: (message) => { this.onWelcome(message); },
    });
    this.startOver = createStartOver(this.alive, {
      now: inputs.now,
      mayStart: () => this.line.state.get().kind === 'open',
      start: () => { this.line.actions.startOver(); },
    });
    this.tryAgain = createTryAgain(this.alive, { resend: () => { this.resend(); }, turnedDown: (key) => { this.turnedDown(key); } });
    const send = (message: PageMessage): boolean => this.line.actions.send(message);
    this.peers = createPeers(this.alive, { ...inputs, send, onBroken: this.startOver });
    this.conversation = createConversation({ send, newKey: inputs.newKey });
    this.care = createCare({ send, newKey: inputs.newKey });
    // What a professional has to decide about outlives the call.
    this.pictures = createPictures(scope, { ...inputs.pictures, send, newKey: inputs.newKey });
    this.together = createTogether(send);
    this.out = outgoing(this.alive, inputs.devices.state, this.together.state);
    this.line.state.follow(this.alive, (line) => { this.set({ line }); });
    this.out.follow(this.alive, ({ audio, video }) => {
      this.peers.actions.setTrack('audio', audio);
      this.peers.actions.setTrack('video', video);
      this.sendTracks();
    });
    this.joined = tellAway(this.alive, inputs.away, send);
  }

  ask(wish: 'leave' | 'end' | 'park'): void {
    if (isOver(this.state.get().screen)) return;
    this.set({ wish });
    if (wish === 'leave') this.inputs.devices.actions.stop();
    this.sendWish();
  }

  private set(change: Partial<CallState>): void {
    const old = this.state.get();
    const next = { ...old, ...change };
    const screen = isOver(old.screen) ? old.screen : screenOf(this.news, next.line, next.wish);
    this.state.set({ ...next, screen });
    // The wish to leave has to reach the server before the line is let go.
    if (isOver(screen) && (screen.kind !== 'left' || this.news?.stage === 'left' || next.line.kind === 'closed')) this.finish();
  }

  private finish(): void {
    this.pictures.actions.callIsOver();
    this.inputs.devices.actions.stop();
    this.alive.end();
  }

  private sendTracks(): void {
    const { microphone, camera } = this.out.get();
    const now = { microphone: wireState(microphone), camera: wireState(camera) };
    const told = JSON.stringify(now);
    if (told !== this.toldTracks && this.line.actions.send({ type: 'tracks', ...now })) this.toldTracks = told;
  }

  private sendWish(): void {
    const { wish } = this.state.get();
    if (wish) this.line.actions.send({ type: wish });
  }

  private beginMedia(epoch: number): void {
    if (!this.welcome) return;
    const { iceServers, maxVideoBitrate, connection, direct } = this.welcome;
    this.peers.actions.begin({ epoch, iceServers, maxVideoBitrate, connection, direct });
    this.publishIfAllowed();
  }

  private publishIfAllowed(): void {
    if (this.news?.mayPublish && this.state.get().media === 'available') this.peers.actions.publish();
  }

  private resumeMedia(): void {
    const { sending, receiving } = this.peers.state.get();
    if (sending === 'failed' || receiving === 'failed') this.startOver();
    else this.peers.actions.resume();
  }

  private onWelcome(message: ServerWelcome): void {
    const known = this.welcome?.epoch === message.epoch && this.welcome.connection === message.connection;
    this.welcome = message;
    this.set({ media: hasMedia(message.media), line: { kind: 'open' } });
    if (message.resumed && known && this.peers.connections().sending) this.resumeMedia();
    else if (message.media === 'available') this.beginMedia(message.epoch);
    this.toldTracks = '';
    this.sendTracks();
    this.joined();
    this.resend();
    this.sendWish();
  }

  private onState(message: ServerState): void {
    if (this.news && message.seq < this.news.seq) return;
    this.news = message;
    this.lastBefore ??= message.seq;
    this.publishIfAllowed();
    this.pictures.actions.heard(message);
    this.set({ people: message.people });
  }

  private onMedia({ epoch, state }: ServerMedia): void {
    if (this.welcome) this.welcome = { ...this.welcome, epoch };
    this.set({ media: hasMedia(state) });
    if (state === 'restart') this.beginMedia(epoch);
    else this.peers.actions.stop();
  }

  private onMessage(message: Parameters<LineInputs['onMessage']>[0]): void {
    switch (message.type) {
      case 'state':
        this.onState(message);
        return;
      case 'said':
        if (message.own) this.tryAgain.kept();
        this.conversation.actions.heard(message, message.seq <= (this.lastBefore ?? 0));
        return;
      case 'care':
        this.care.actions.heard(message);
        return;
      case 'problem':
        if (message.key !== null) this.tryAgain.notKept(message.slug, message.key);
        else this.onRefused(message.slug);
        return;
      case 'together':
        this.together.actions.heard(message);
        return;
      case 'media':
        this.onMedia(message);
        return;
      default:
        this.peers.actions.heard(message);
    }
  }

  private onRefused(slug: string): void {
    if (this.state.get().wish !== 'leave') this.set({ wish: null });
    this.together.actions.refused(slug);
  }

  private resend(): void {
    this.conversation.actions.resend();
    this.care.actions.resend();
  }

  private turnedDown(key: string): void {
    this.conversation.actions.turnedDown(key);
    this.care.actions.turnedDown(key);
  }
}
