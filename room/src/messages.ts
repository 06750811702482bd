// Written from the Java records PageMessage and ServerMessage (se.vardmote.meetings.room), where the comments stand.
// Not by hand: when a record changes, SocketTypesTests fails and says where the new text lies.

export type PageMessage =
  | PageJoin
  | PageOffer
  | PageAnswer
  | PageCandidate
  | PageDirect
  | PageTracks
  | PageAway
  | PageSay
  | PageEmergency
  | PageNoEmergency
  | PagePlace
  | PageProtect
  | PageInstruct
  | PageUnderstood
  | PageWant
  | PageUnwant
  | PagePark
  | PageUninvite
  | PageHandOver
  | PageTakeOver
  | PageNoHandOver
  | PageLetIn
  | PageVouch
  | PageLeave
  | PageEnd
  | PageBeat;

export type ServerMessage =
  | ServerWelcome
  | ServerState
  | ServerTogether
  | ServerSaid
  | ServerCare
  | ServerAnswer
  | ServerOffer
  | ServerPeers
  | ServerDirect
  | ServerMedia
  | ServerProblem
  | ServerBeat
  | ServerClosed;

export interface Asked {
  key: string;
  name: string;
  unit: string;
  takeOver: boolean;
  notNow: boolean;
}

export type ClosedReason = 'ended' | 'left' | 'elsewhere' | 'parked' | 'revoked' | 'expired' | 'signed-out' | 'timed-out';

export interface Emergency {
  key: string;
  by: string;
  at: string;
  closedBy: string | null;
  closedAt: string | null;
}

export interface HandOver {
  to: string;
  from: string;
  name: string;
  mine: boolean;
}

export type How = 'ID_DOCUMENT' | 'KNOWN' | 'QUESTIONS';

export interface Ice {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
}

export interface IceServer {
  urls: string[];
  username: string;
  credential: string;
}

export type Identification = 'SITHS' | 'E_ID' | 'ONE_TIME_CODE' | 'VOUCHED_FOR' | 'PHONE_ONLY' | 'NOT_IDENTIFIED';

export interface Instruction {
  key: string;
  by: string;
  text: string;
  at: string;
  understoodAt: string | null;
}

export type MediaState = 'available' | 'unavailable' | 'restart';

export interface PageAnswer {
  type: 'answer';
  pc: PeerConnectionSide;
  epoch: number;
  sdp: string;
}

export interface PageAway {
  type: 'away';
  away: boolean;
}

export interface PageBeat {
  type: 'beat';
}

export interface PageCandidate {
  type: 'candidate';
  pc: PeerConnectionSide;
  epoch: number;
  candidate: Ice | null;
}

export interface PageDirect {
  type: 'direct';
  epoch: number;
  connection: string;
  peerEpoch: number;
  words: string;
}

export interface PageEmergency {
  type: 'emergency';
  key: string;
}

export interface PageEnd {
  type: 'end';
}

export interface PageHandOver {
  type: 'handover';
  to: string;
}

export interface PageInstruct {
  type: 'instruct';
  key: string;
  text: string;
}

export interface PageJoin {
  type: 'join';
  ticket: string;
  connection: string | null;
  lastSeq: number;
}

export interface PageLeave {
  type: 'leave';
}

export interface PageLetIn {
  type: 'letin';
  person: string;
}

export interface PageNoEmergency {
  type: 'noemergency';
  key: string;
}

export interface PageNoHandOver {
  type: 'nohandover';
}

export interface PageOffer {
  type: 'offer';
  pc: PeerConnectionSide;
  epoch: number;
  sdp: string;
}

export interface PagePark {
  type: 'park';
}

export interface PagePlace {
  type: 'place';
  part: Part;
  text: string;
}

export interface PageProtect {
  type: 'protect';
  key: string;
}

export interface PageSay {
  type: 'say';
  key: string;
  text: string;
}

export interface PageTakeOver {
  type: 'takeover';
}

export interface PageTracks {
  type: 'tracks';
  microphone: TrackState;
  camera: TrackState;
}

export interface PageUnderstood {
  type: 'understood';
  key: string;
}

export interface PageUninvite {
  type: 'uninvite';
  key: string;
}

export interface PageUnwant {
  type: 'unwant';
}

export interface PageVouch {
  type: 'vouch';
  person: string;
  how: How;
}

export interface PageWant {
  type: 'want';
}

export type Part = 'ADDRESS' | 'FLOOR' | 'DOOR_CODE' | 'ROOM';

export type ParticipantRole = 'CARE_WORKER' | 'PROFESSIONAL' | 'PATIENT' | 'RELATIVE';

export interface Peer {
  connection: string;
  epoch: number;
}

export type PeerConnectionSide = 'send' | 'receive';

export interface Person {
  id: string;
  name: string;
  role: ParticipantRole;
  title: Profession | null;
  identification: Identification;
  vouchedBy: string | null;
  self: boolean;
  waiting: boolean;
  present: boolean;
  away: boolean;
  connection: string | null;
  microphone: TrackState;
  camera: TrackState;
}

export interface Picture {
  id: string;
  width: number;
  height: number;
  takenAt: string;
}

export interface Pictures {
  maySave: boolean;
  routine: string | null;
  undecided: Picture[];
}

export interface Place {
  address: string;
  floor: string;
  doorCode: string;
  room: string;
}

export type Profession = 'NURSE' | 'DISTRICT_NURSE' | 'PHYSIOTHERAPIST' | 'OCCUPATIONAL_THERAPIST' | 'PHYSICIAN' | 'ASSISTANT_NURSE' | 'CARE_ASSISTANT' | 'ADMINISTRATOR';

export interface Refusal {
  outcome: string;
  reasonCode: string;
  message: string;
  by: string;
}

export interface ServerAnswer {
  type: 'answer';
  pc: PeerConnectionSide;
  epoch: number;
  sdp: string;
}

export interface ServerBeat {
  type: 'beat';
}

export interface ServerCare {
  type: 'care';
  emergency: Emergency | null;
  place: Place;
  from: string;
  callBack: string | null;
  protectedIdentity: boolean;
  instructions: Instruction[];
}

export interface ServerClosed {
  type: 'closed';
  reason: ClosedReason;
}

export interface ServerDirect {
  type: 'direct';
  epoch: number;
  connection: string;
  peerEpoch: number;
  words: string;
}

export interface ServerMedia {
  type: 'media';
  epoch: number;
  state: MediaState;
}

export interface ServerOffer {
  type: 'offer';
  pc: PeerConnectionSide;
  epoch: number;
  sdp: string;
  tracks: Track[];
}

export interface ServerPeers {
  type: 'peers';
  epoch: number;
  peers: Peer[];
}

export interface ServerProblem {
  type: 'problem';
  slug: string;
  key: string | null;
}

export interface ServerSaid {
  type: 'said';
  seq: number;
  key: string;
  author: string;
  name: string;
  text: string;
  at: string;
  own: boolean;
}

export interface ServerState {
  type: 'state';
  seq: number;
  stage: Stage;
  place: number | null;
  waitingSince: string | null;
  steps: Step[];
  unit: Unit | null;
  mayPublish: boolean;
  mayEndForAll: boolean;
  startedAt: string | null;
  refusal: Refusal | null;
  endedBy: string | null;
  pictureWanted: boolean;
  pictures: Pictures | null;
  people: Person[];
}

export interface ServerTogether {
  type: 'together';
  parkedBy: string | null;
  leads: boolean;
  mayPark: boolean;
  hasNote: boolean;
  asked: Asked[];
  handOver: HandOver | null;
}

export interface ServerWelcome {
  type: 'welcome';
  connection: string;
  epoch: number;
  resumed: boolean;
  seat: string;
  media: MediaState;
  iceServers: IceServer[];
  maxVideoBitrate: number;
  direct: boolean;
}

export type SoughtKind = 'NOBODY' | 'COVER' | 'HEAD';

export type Stage = 'waiting' | 'admitted' | 'parked' | 'refused' | 'ended' | 'left';

export interface Step {
  kind: SoughtKind;
  unit: string;
  at: string;
}

export interface Track {
  mid: string;
  connection: string;
  kind: TrackKind;
}

export type TrackKind = 'audio' | 'video';

export type TrackState = 'on' | 'off' | 'held' | 'missing' | 'busy' | 'refused' | 'ended';

export interface Unit {
  name: string;
  phone: string;
}
