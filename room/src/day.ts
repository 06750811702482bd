import './page';
import { createScope } from './base/scope';
import { startDay } from './day/start';

/** "Min dag" of the professional: who waits is seen and heard at once, and letting in becomes the room in place. */
const waiting = document.getElementById('waiting');
if (waiting) startDay(createScope(), waiting);
