// A camera with twelve million pixels whose picture weighs four megabytes, in place of the browser's own still picture: the
// made-up camera of a browser has neither. Made once, before anybody presses.
(() => {
  const WIDTH = 4032, HEIGHT = 3024, BYTES = 4_000_000;
  const make = async () => {
    const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
    const context = canvas.getContext('2d');
    const grain = context.createImageData(WIDTH, HEIGHT);
    for (let at = 0, seed = 1; at < grain.data.length; at += 4) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      const light = 90 + ((at / 4) % WIDTH) / 40 + (seed >> 16) % 32;
      grain.data[at] = light + 30;
      grain.data[at + 1] = light;
      grain.data[at + 2] = light - 20;
      grain.data[at + 3] = 255;
    }
    context.putImageData(grain, 0, 0);
    let low = 0.3, high = 1, blob;
    for (let turn = 0; turn < 7; turn += 1) {
      const quality = (low + high) / 2;
      blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size > BYTES) high = quality;
      else low = quality;
    }
    return blob;
  };
  let picture;
  globalThis.vardmoteCamera = { ready: () => (picture ??= make()).then((blob) => blob.size) };
  globalThis.ImageCapture = class {
    getPhotoCapabilities() { return Promise.resolve({}); }
    takePhoto() { return (picture ??= make()); }
  };
})();
