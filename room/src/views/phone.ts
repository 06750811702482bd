import { telUri } from '../base/browser';
import type { RoomContext } from './context';
import { h } from './dom';

/** A number to ring: a link where the device can dial, else text to read and dial by hand. */
export function phoneNumber({ telephone }: Pick<RoomContext, 'telephone'>, phone: string): HTMLElement {
  return telephone ? h('a', { href: telUri(phone), class: 'phone-number' }, phone) : h('span', { class: 'phone-number' }, phone);
}
