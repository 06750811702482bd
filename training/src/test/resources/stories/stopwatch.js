// For measuring only: when somebody pressed last, and when the first remote picture was decoded and shown, on the clock that
// all pages of a machine share.
(() => {
  const stopwatch = { firstFrameAt: 0, pressedAt: 0 };
  Object.defineProperty(globalThis, 'vardmoteStopwatch', { value: stopwatch });
  addEventListener('click', ({ timeStamp }) => { stopwatch.pressedAt = performance.timeOrigin + timeStamp; }, true);
  const Original = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = new Proxy(Original, {
    construct(target, words) {
      const connection = Reflect.construct(target, words);
      connection.addEventListener('track', ({ track }) => {
        if (track.kind !== 'video') return;
        const video = document.createElement('video');
        video.muted = true;
        video.srcObject = new MediaStream([track]);
        video.requestVideoFrameCallback(() => {
          stopwatch.firstFrameAt ||= performance.timeOrigin + performance.now();
          video.srcObject = null;
        });
        void video.play();
      });
      return connection;
    },
  });
})();
