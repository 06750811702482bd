import { describe, expect, it } from 'vitest';
import { startFast } from '../src/call/start-fast';

const answer = [
  'v=0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 useinbandfec=1',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 nack pli',
  'm=video 9 UDP/TLS/RTP/SAVPF 102',
  'a=rtpmap:102 H264/90000',
  'a=fmtp:102 level-asymmetry-allowed=1;profile-level-id=42e01f',
  '',
].join('\r\n');

describe('the first picture', () => {
  it('may leave faster than the browser would begin, whatever the codec, and the sound is left alone', () => {
    const told = startFast(answer, 1_200_000).split('\r\n');
    expect(told).toContain('a=fmtp:96 x-google-start-bitrate=800');
    expect(told).toContain('a=fmtp:102 x-google-start-bitrate=800;level-asymmetry-allowed=1;profile-level-id=42e01f');
    expect(told).toContain('a=fmtp:111 useinbandfec=1');
    expect(told).toHaveLength(answer.split('\r\n').length + 1);
  });

  it('never faster than the room allows', () => {
    expect(startFast(answer, 300_000)).toContain('a=fmtp:96 x-google-start-bitrate=300\r\n');
  });
});
