// Runs before a page's own script and remembers what the page itself does not show: its connections and sockets, how often
// it asked for the camera and what it said just then, whether the screen is kept awake, and what its policy refused. It changes nothing that the page can see.
(() => {
  const witness = { connections: [], sockets: [], cameraRequests: 0, saidWhenAsked: [], wakeLocks: [], refusals: [] };
  Object.defineProperty(globalThis, 'vardmoteWitness', { value: witness });
  const remember = (name, list) => {
    const Original = globalThis[name];
    if (!Original) return;
    globalThis[name] = new Proxy(Original, {
      construct(target, words) {
        const made = Reflect.construct(target, words);
        list.push(made);
        return made;
      },
    });
  };
  remember('RTCPeerConnection', witness.connections);
  remember('WebSocket', witness.sockets);
  const devices = navigator.mediaDevices;
  if (devices?.getUserMedia) {
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (constraints) => {
      witness.cameraRequests += 1;
      witness.saidWhenAsked.push(document.getElementById('call-root')?.innerText ?? '');
      return ask(constraints);
    };
  }
  const { wakeLock } = navigator;
  if (wakeLock) {
    const keep = wakeLock.request.bind(wakeLock);
    wakeLock.request = async (what) => {
      const lock = await keep(what);
      witness.wakeLocks.push(lock);
      return lock;
    };
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    witness.refusals.push(`${event.violatedDirective}: ${event.blockedURI}`);
  });
  witness.sum = async (kind, figure) => {
    let total = 0;
    for (const connection of witness.connections) {
      if (connection.connectionState === 'closed') continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.kind === kind) total += report[figure] ?? 0;
      }
    }
    return total;
  };
})();
