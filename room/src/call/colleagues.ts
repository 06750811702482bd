import { csrfToken } from '../base/browser';
import { problemIn } from './post';

export interface Colleague {
  staff: string;
  name: string;
  profession: string;
  onDuty: boolean;
  inCall: boolean;
}

/** Who can be asked into the call from one unit, and which units there are. */
export interface Colleagues {
  unit: string;
  units: { id: string; name: string }[];
  colleagues: Colleague[];
}

export async function fetchColleagues(address: string, unit: string | null): Promise<Colleagues | null> {
  try {
    const query = unit === null ? '' : `?${new URLSearchParams({ enhet: unit }).toString()}`;
    const response = await fetch(address + query, { headers: { Accept: 'application/json' }, redirect: 'error' });
    return response.ok ? ((await response.json()) as Colleagues) : null;
  } catch {
    return null;
  }
}

/** Null when they are asked; else why not, in words of the server, or empty when it did not say. */
export async function askIn(address: string, asked: { staff: string; unit: string; takeOver: boolean }): Promise<string | null> {
  try {
    const body = new URLSearchParams({ kollega: asked.staff, enhet: asked.unit, taOver: String(asked.takeOver) });
    const headers = { Accept: 'application/json', 'X-CSRF-TOKEN': csrfToken(document) };
    const response = await fetch(address, { method: 'POST', headers, body, redirect: 'error' });
    return response.ok ? null : (problemIn(await response.text()).why ?? '');
  } catch {
    return '';
  }
}
