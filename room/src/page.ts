import { bringAlong } from './page/brings';
import { copyTexts, printOnPress } from './page/copies';
import { alwaysSendCsrf } from './page/csrf';
import { loadDesignParts } from './page/design-parts';
import { focusFirstError } from './page/errors';
import { startHtmx } from './page/htmx';
import { emptyWhenIdle, neverFromMemory, stopSavingWhenCleared } from './page/idle';
import { tellScreenSize } from './page/screen-size';
import { sendOnce } from './page/send-once';
import { keepTimes } from './page/times';
import { createScope } from './base/scope';

/** Every page: forms that send once and carry their token, errors that get the focus, parts of a page that renew themselves. */
const scope = createScope();
alwaysSendCsrf(scope, document);
sendOnce(scope, document);
startHtmx(scope, document);
focusFirstError(document);
keepTimes(scope, document);
neverFromMemory(scope, window);
stopSavingWhenCleared(scope, document);
const emptying = document.querySelector<HTMLFormElement>('form[data-idle]');
if (emptying) emptyWhenIdle(scope, document, emptying);
tellScreenSize(document);
copyTexts(scope, document);
printOnPress(scope, document);
bringAlong(scope, document);
void loadDesignParts(document);
