// The least that carries a picture between two pages through Janus: its own API, no product in between.
// warm() does what a waiting page has done before it is let in; go() is the press; firstFrame resolves at the first frame.

const secrets = new URLSearchParams(location.hash.slice(1));
const room = secrets.get('room');
const codecs = { audiocodec: 'opus', videocodec: 'vp8' };

class Janus {
  #answers = new Map();
  #number = 0;

  static async open(address, apiSecret) {
    const janus = new Janus();
    janus.apiSecret = apiSecret;
    janus.handles = new Map();
    janus.socket = new WebSocket(address, 'janus-protocol');
    await new Promise((open, failed) => {
      janus.socket.onopen = open;
      janus.socket.onerror = failed;
    });
    janus.socket.onmessage = (event) => janus.#hear(JSON.parse(event.data));
    janus.session = (await janus.ask({ janus: 'create' })).data.id;
    return janus;
  }

  ask(message) {
    const transaction = `t${(this.#number += 1)}`;
    this.socket.send(
      JSON.stringify({ ...message, transaction, apisecret: this.apiSecret, ...(this.session ? { session_id: this.session } : {}) }),
    );
    return new Promise((answer) => this.#answers.set(transaction, { answer, isMessage: message.janus === 'message' }));
  }

  async attach(hear) {
    const handle = (await this.ask({ janus: 'attach', plugin: 'janus.plugin.videoroom' })).data.id;
    this.handles.set(handle, hear);
    return handle;
  }

  message(handle, body, jsep) {
    return this.ask({ janus: 'message', handle_id: handle, body, ...(jsep ? { jsep } : {}) });
  }

  candidate(handle, candidate) {
    void this.ask({ janus: 'trickle', handle_id: handle, candidate: candidate ?? { completed: true } });
  }

  #hear(message) {
    const waiting = this.#answers.get(message.transaction);
    const isAcknowledgement = message.janus === 'ack';
    if (waiting && !(waiting.isMessage && isAcknowledgement)) {
      this.#answers.delete(message.transaction);
      waiting.answer(message);
    } else if (!isAcknowledgement) {
      this.handles.get(message.sender)?.(message);
    }
  }
}

const bare = { firstFrame: undefined };
globalThis.bare = bare;
let janus;
let publisher;
let subscriber;
let stream;
let sending;
let receiving;

bare.createRoom = async () => {
  const made = await janus.message(publisher, {
    request: 'create', room, admin_key: secrets.get('adminKey'), publishers: 2, is_private: true, lock_record: true,
    notify_joining: true, bitrate: Number(secrets.get('bitrate') ?? 1_000_000), ...codecs,
  });
  if (made.plugindata.data.error) throw new Error(made.plugindata.data.error);
};

bare.warm = async (video) => {
  janus = await Janus.open(secrets.get('janus'), secrets.get('apiSecret'));
  publisher = await janus.attach(hearRoom);
  subscriber = await janus.attach(() => {});
  stream = await navigator.mediaDevices.getUserMedia({ audio: true, video });
  document.querySelector('#own').srcObject = stream;
  sending = new RTCPeerConnection();
  sending.onicecandidate = ({ candidate }) => janus.candidate(publisher, candidate);
  receiving = new RTCPeerConnection();
  receiving.onicecandidate = ({ candidate }) => janus.candidate(subscriber, candidate);
  bare.firstFrame = new Promise((seen) => {
    receiving.ontrack = ({ track, streams }) => {
      if (track.kind !== 'video') return;
      const other = document.querySelector('#other');
      other.srcObject = streams[0] ?? new MediaStream([track]);
      other.requestVideoFrameCallback(() => seen(performance.timeOrigin + performance.now()));
    };
  });
};

bare.go = async () => {
  const pressed = performance.timeOrigin + performance.now();
  for (const track of stream.getTracks()) sending.addTrack(track, stream);
  await sending.setLocalDescription();
  const joined = await janus.message(
    publisher, { request: 'joinandconfigure', ptype: 'publisher', room }, sending.localDescription,
  );
  await sending.setRemoteDescription(joined.jsep);
  hearRoom(joined);
  return pressed;
};

function hearRoom(message) {
  const others = message.plugindata?.data?.publishers ?? [];
  if (others.length > 0) void subscribe(others[0].id);
}

async function subscribe(feed) {
  const offered = await janus.message(subscriber, { request: 'join', ptype: 'subscriber', room, streams: [{ feed }] });
  await receiving.setRemoteDescription(offered.jsep);
  await receiving.setLocalDescription();
  await janus.message(subscriber, { request: 'start' }, receiving.localDescription);
}
