import './style/room.css';
import './style/care.css';
import './style/picture.css';
import './style/together.css';
import { enterCall } from './call/enter';
import { readSettings } from './call/settings';
import { createScope } from './base/scope';
import { renewStops } from './page/stops';

export { enterCall } from './call/enter';
export { prepareSending } from './call/sending';
export { settingsInPlace } from './call/settings';

/** The call document of both roles. On "Min dag" it is loaded beforehand and started by the press instead. */
const root = document.getElementById('call-root');
const settings = readSettings(document);
if (root && settings) {
  renewStops(createScope(), document);
  enterCall(root, settings);
}
