/** The call's socket, on the host that gave the page. */
export const openSocket = (): WebSocket => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`);
