// Keeps the site for when there is no network (sw.js), tells the page that an update waits, and applies it when the page asks.
const gardien = self.document && navigator.serviceWorker; // the worker of households runs this too
if (gardien && location.protocol !== 'file:') {
  gardien.addEventListener('message', ({ data }) => data === 'prete' ? dispatchEvent(new Event('maj-prete')) : location.reload());
  gardien.startMessages();
  addEventListener('maj-voulue', () => gardien.controller?.postMessage('applique'));
  gardien.controller?.postMessage('demande');
  gardien.register('./sw.js').catch(() => {});
}
