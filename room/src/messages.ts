/**
 * What travels on /socket: one JSON object a frame, `type` first. The Java records in se.vardmote.meetings.web have the same names and fields.
 */

/** The true state of a track, as the others may see it. */
export type WireTrackState = 'on' | 'off' | 'missing' | 'busy' | 'refused' | 'ended';

export type MediaSide = 'send' | 'receive';
export type MediaKind = 'audio' | 'video';
export type Stage = 'waiting' | 'admitted' | 'refused' | 'ended' | 'left';
export type Role = 'CARE_WORKER' | 'PROFESSIONAL' | 'PATIENT';

/** How we know who somebody is, shown to everybody. */
/** A name of the server's `Profession`. */
export type Profession =
  | 'NURSE'
  | 'DISTRICT_NURSE'
  | 'PHYSIOTHERAPIST'
  | 'OCCUPATIONAL_THERAPIST'
  | 'PHYSICIAN'
  | 'ASSISTANT_NURSE'
  | 'CARE_ASSISTANT'
  | 'ADMINISTRATOR';

export type Identification = 'SITHS' | 'E_ID' | 'ONE_TIME_CODE' | 'VOUCHED_FOR' | 'PHONE_ONLY' | 'NOT_IDENTIFIED';

export interface Person {
  id: string;
  name: string;
  role: Role;
  /** Profession or other words beside the name; may be empty. */
  title: Profession | null;
  identification: Identification;
  self: boolean;
  present: boolean;
  /** The connection that carries this person's sound and picture, if any. */
  connection: string | null;
  microphone: WireTrackState | null;
  camera: WireTrackState | null;
}

export interface Refusal {
  outcome: 'HOME_VISIT' | 'OTHER_WAY';
  message: string | null;
  by: string | null;
}

export interface RemoteTrack {
  mid: string;
  connection: string;
  kind: MediaKind;
}

export type ToServer =
  | { type: 'join'; ticket: string; connection: string | null; lastSeq: number }
  | { type: 'offer'; pc: 'send'; epoch: number; sdp: string }
  | { type: 'answer'; pc: 'receive'; epoch: number; sdp: string }
  | { type: 'candidate'; pc: MediaSide; epoch: number; candidate: RTCIceCandidateInit | null }
  | { type: 'tracks'; microphone: WireTrackState; camera: WireTrackState }
  | { type: 'say'; key: string; text: string }
  | { type: 'leave' }
  | { type: 'end' }
  | { type: 'beat' };

export interface Welcome {
  type: 'welcome';
  connection: string;
  epoch: number;
  /** True: the media connections live on. False: build new ones under the new epoch. */
  resumed: boolean;
  seat: string;
  media: 'available' | 'unavailable';
  iceServers: RTCIceServer[];
  /** Bits a second. */
  maxVideoBitrate: number;
}

export interface StateNews {
  type: 'state';
  seq: number;
  stage: Stage;
  /** 1 = next; null when not waiting. */
  place: number | null;
  waitingSince: string | null;
  unit: { name: string; phone: string | null };
  mayPublish: boolean;
  mayEndForAll: boolean;
  startedAt: string | null;
  refusal: Refusal | null;
  endedBy: string | null;
  people: Person[];
}

/** A line of text; for one's own `key` also the acknowledgement of `say`. */
export interface MessageNews {
  type: 'message';
  seq: number;
  key: string | null;
  author: string;
  name: string;
  text: string;
  at: string;
  own: boolean;
}

export type ClosedReason = 'ended' | 'elsewhere' | 'revoked' | 'expired' | 'signed-out' | 'timed-out';

export type MediaNews =
  | { type: 'answer'; pc: 'send'; epoch: number; sdp: string }
  | { type: 'offer'; pc: 'receive'; epoch: number; sdp: string; tracks: RemoteTrack[] }
  | { type: 'candidate'; pc: MediaSide; epoch: number; candidate: RTCIceCandidateInit | null }
  | { type: 'media'; epoch: number; state: 'restart' | 'unavailable' };

export type FromServer =
  | Welcome
  | StateNews
  | MessageNews
  | MediaNews
  | { type: 'problem'; slug: string; key: string | null }
  | { type: 'beat' }
  | { type: 'closed'; reason: ClosedReason };
