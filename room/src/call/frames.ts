import type { Photo } from './pictures';

const QUALITY = 0.92;
/** What the server takes, and a little less. */
const MOST_BYTES = 9_500_000;
/** What the server keeps. Nothing is lost by sending no more, and a third of the bytes is a third of the wait on a mobile network. */
const LONG_SIDE = 2560;
const FRAME_LIMIT = 1_000;

type Drawable = HTMLVideoElement | ImageBitmap;

async function jpegOf(source: Drawable, width: number, height: number): Promise<Photo> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY); });
  // Safari keeps the memory of a canvas until it has no size.
  canvas.width = canvas.height = 0;
  if (!blob) throw new Error('no picture');
  return { blob, width, height };
}

const scaleOf = (width: number, height: number): number => Math.min(1, LONG_SIDE / Math.max(width, height));

/** The camera's own picture as JPEG that the server takes: as it is where it is no larger than what is kept, else drawn anew. */
async function asPhoto(taken: Blob): Promise<Photo> {
  const bitmap = await createImageBitmap(taken);
  try {
    const { width, height } = bitmap;
    const scale = scaleOf(width, height);
    if (scale === 1 && taken.type === 'image/jpeg' && taken.size <= MOST_BYTES) return { blob: taken, width, height };
    return await jpegOf(bitmap, Math.round(width * scale), Math.round(height * scale));
  } finally {
    bitmap.close();
  }
}

interface StillCamera {
  takePhoto(settings?: { imageWidth?: number; imageHeight?: number }): Promise<Blob>;
  getPhotoCapabilities(): Promise<{ imageWidth?: { max: number }; imageHeight?: { max: number } }>;
}

/** Where the browser has it: the whole sensor, without touching the film that the others see. */
export function stillOf(): ((track: MediaStreamTrack) => Promise<Photo>) | null {
  const Still = (globalThis as { ImageCapture?: new (track: MediaStreamTrack) => StillCamera }).ImageCapture;
  if (!Still) return null;
  return async (track) => {
    const camera = new Still(track);
    const { imageWidth, imageHeight } = await camera.getPhotoCapabilities();
    const most = imageWidth && imageHeight ? { imageWidth: imageWidth.max, imageHeight: imageHeight.max } : {};
    return asPhoto(await camera.takePhoto(most));
  };
}

export async function frameOf(track: MediaStreamTrack, longSide: number): Promise<Photo> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    await grown(video, longSide);
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0) throw new Error('no picture');
    const scale = scaleOf(videoWidth, videoHeight);
    return await jpegOf(video, Math.round(videoWidth * scale), Math.round(videoHeight * scale));
  } finally {
    video.srcObject = null;
  }
}

/** A camera that changes its size gives a few frames of the old one first. */
function grown(video: HTMLVideoElement, longSide: number): Promise<void> {
  return new Promise((resolve) => {
    const given = setTimeout(resolve, FRAME_LIMIT);
    const look = (): void => {
      if (Math.max(video.videoWidth, video.videoHeight) >= longSide && video.videoWidth > 0) {
        clearTimeout(given);
        resolve();
      } else if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(look);
    };
    look();
  });
}

export const tooLong = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => { setTimeout(() => { reject(new Error('too long')); }, milliseconds); });
