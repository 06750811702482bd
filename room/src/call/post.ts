import { csrfToken } from '../base/browser';
import type { Decision, Patient, PostAnswer } from './deciding';
import type { Photo } from './pictures';

/** What a server says that cannot just now: it is asked again. */
const LATER = [500, 502, 503, 504];

const PROBLEM = 'urn:vardmote:problem:';

/** The problem's own sentence, in the language of the page, and which it is. */
export function problemIn(body: string): { why: string | null; slug: string | null } {
  try {
    const { detail, type } = JSON.parse(body) as { detail?: unknown; type?: unknown };
    return {
      why: typeof detail === 'string' && detail !== '' ? detail : null,
      slug: typeof type === 'string' && type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : null,
    };
  } catch {
    return { why: null, slug: null };
  }
}

function answerOf(status: number, body: string): PostAnswer {
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (status === 0 || LATER.includes(status)) return { kind: 'unreachable' };
  return { kind: 'refused', ...problemIn(body) };
}

/** The bare bytes, with progress, which `fetch` does not tell. */
export function postPicture(url: string, key: string, { blob }: Photo, onProgress: (share: number) => void): Promise<PostAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'image/jpeg');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('X-CSRF-TOKEN', csrfToken(document));
    request.upload.onprogress = ({ loaded, total }) => { onProgress(total > 0 ? loaded / total : 0); };
    request.onloadend = () => { resolve(answerOf(request.status, request.responseText)); };
    request.send(blob);
  });
}

export async function postDecision(url: string, decision: Decision): Promise<PostAnswer> {
  const save = decision.kind === 'save';
  const body = new URLSearchParams(save ? { asked: decision.patientAsked ? 'yes' : 'could-not', ...(decision.rightPatient ? { rightPatient: decision.rightPatient } : {}) } : {});
  const headers = { Accept: 'application/json', 'X-CSRF-TOKEN': csrfToken(document) };
  try {
    const response = await fetch(`${url}/${save ? 'spara' : 'kasta'}`, { method: 'POST', body, headers, redirect: 'error' });
    return answerOf(response.status, await response.text());
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Whose call it is. */
export async function askPatient(url: string): Promise<Patient | null> {
  try {
    const response = await fetch(url, { headers: { Accept: 'application/json' }, redirect: 'error' });
    return response.ok ? ((await response.json()) as Patient) : null;
  } catch {
    return null;
  }
}
