// The site without a network. scripts/seal.sh writes at the head of this file what the site is made of: VERSION, FICHIERS, and
// DEPART, the script that the page of this version starts. A cache is a whole copy of the site; the page that is shown is that of
// the oldest copy, until the person agrees to the newest. See decision 0196.
const PAGE = registration.scope, NOMS = `juste-droit ${PAGE} `, NOM = NOMS + VERSION;

/** The copies of this site, the oldest first: other sites of the same host have theirs. */
const copies = async () => (await caches.keys()).filter((nom) => nom.startsWith(NOMS));
const trouve = async (nom, quoi) => (await caches.open(nom)).match(quoi, { ignoreVary: true });
/** Those whose page can be shown: the one that is, then the one that waits. */
async function entieres() {
  const noms = [];
  for (const nom of await copies()) if (await trouve(nom, PAGE)) noms.push(nom);
  return noms;
}

async function installe() {
  const [montree] = await entieres();
  if (montree === NOM) return;
  for (const nom of await copies()) if (nom !== montree) await caches.delete(nom);
  const page = await fetch(PAGE, { cache: 'reload' }), texte = await page.text();
  if (!page.ok || !texte.includes(DEPART)) throw new Error('a site in the middle of its own update');
  const cache = await caches.open(NOM);
  await cache.addAll(FICHIERS.map((nom) => new Request(nom, { cache: /-[0-9a-f]{16}/.test(nom) ? 'default' : 'reload' })));
  // Last: a copy that has its page has all. Made again, for a page that came by a redirection cannot be shown.
  await cache.put(PAGE, new Response(texte, { headers: page.headers }));
}

/** Says that an update waits, if one does. */
async function annonce(pages) {
  if (1 < (await entieres()).length) for (const page of pages) page.postMessage('prete');
}
/** The files of the copies before stay for pages still open. */
async function applique(page) {
  for (const nom of (await entieres()).slice(0, -1)) await (await caches.open(nom)).delete(PAGE);
  page.postMessage('appliquee');
}

async function reponds(demande) {
  // « Réessayer » asks for what the site holds, not for what was kept.
  if (demande.cache === 'reload') try { return await fetch(demande); } catch { /* no network */ }
  const { origin, pathname } = new URL(demande.url), adresse = origin + pathname;
  const quoi = adresse === `${PAGE}index.html` ? PAGE : adresse;
  for (const nom of await copies()) {
    const gardee = await trouve(nom, quoi);
    if (gardee) return gardee;
  }
  return fetch(demande);
}

addEventListener('install', (e) => { skipWaiting(); e.waitUntil(installe()); });
addEventListener('activate', (e) => e.waitUntil(clients.claim().then(() => clients.matchAll()).then(annonce)));
addEventListener('message', (e) => e.waitUntil(e.data === 'applique' ? applique(e.source) : annonce([e.source])));
addEventListener('fetch', (e) => { if (e.request.method === 'GET' && e.request.url.startsWith(PAGE)) e.respondWith(reponds(e.request)); });
