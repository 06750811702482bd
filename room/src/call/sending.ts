import type { TrackKind } from '../messages';

/** A connection ready to send: both lines there, the offer made, so that publishing is one message. */
export interface Prepared {
  peer: RTCPeerConnection;
  offer: Promise<RTCSessionDescriptionInit>;
  /** The same once it is made, for the one who cannot wait until the page has drawn. */
  made: () => RTCSessionDescriptionInit | null;
  /** Works before, during and after the negotiation, also with nothing: a camera that comes later needs no new offer. */
  put: (kind: TrackKind, track: MediaStreamTrack | null) => void;
  limit: (bitsPerSecond: number) => void;
}

export function prepareSending(newPeer: (configuration?: RTCConfiguration) => RTCPeerConnection): Prepared {
  const peer = newPeer();
  const audio = peer.addTransceiver('audio', { direction: 'sendonly' });
  const video = peer.addTransceiver('video', { direction: 'sendonly' });
  preferVp8(video);
  const senders: Record<TrackKind, RTCRtpSender> = { audio: audio.sender, video: video.sender };
  let made: RTCSessionDescriptionInit | null = null;
  const offer = peer.createOffer().then((description) => (made = description));
  return {
    peer,
    offer,
    made: () => made,
    put(kind, track) {
      // Refused only on a closed connection, and then the next one gets the track.
      void senders[kind].replaceTrack(track).catch(() => undefined);
    },
    limit(bitsPerSecond) {
      const parameters = video.sender.getParameters();
      for (const encoding of parameters.encodings) encoding.maxBitrate = bitsPerSecond;
      void video.sender.setParameters(parameters).catch(() => undefined);
    },
  };
}

/** VP8 first: every browser of ours decodes it and it starts fastest. */
export function preferVp8(video: RTCRtpTransceiver): void {
  const senders = (globalThis as { RTCRtpSender?: Pick<typeof RTCRtpSender, 'getCapabilities'> }).RTCRtpSender;
  const codecs = senders?.getCapabilities('video')?.codecs ?? [];
  if (codecs.length === 0) return;
  const isVp8 = ({ mimeType }: { mimeType: string }): boolean => mimeType.toLowerCase() === 'video/vp8';
  video.setCodecPreferences([...codecs.filter(isVp8), ...codecs.filter((codec) => !isVp8(codec))]);
}
