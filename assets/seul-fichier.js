// The site in one file (scripts/single.mjs): what it would fetch stands in the page as text of base 64. A worker has no page: it is
// made of the same script, with all of that before it.
const tenus = self.document
  ? (nom) => { const tenu = document.getElementById(`file:${nom}`); return tenu && [tenu.dataset.type, tenu.textContent]; }
  : (nom) => self.fichiers[nom];

self.fetch = async (quoi) => {
  const nom = String(quoi.url ?? quoi).split(/[?#]/)[0].split('/').pop(), tenu = tenus(nom);
  if (!tenu) throw new TypeError(nom);
  const [type, texte] = tenu, octets = Uint8Array.from(atob(texte), (lettre) => lettre.charCodeAt());
  return new Response(octets, { headers: { 'content-type': type } });
};

if (self.document) self.Worker = class extends Worker {
  constructor() {
    const noms = Array.from(document.querySelectorAll('[id^="file:"]'), ({ id }) => id.slice('file:'.length));
    const fichiers = JSON.stringify(Object.fromEntries(noms.map((nom) => [nom, tenus(nom)])));
    const script = document.querySelector('script[type=module]').textContent;
    // Not a module: Chromium makes none of those from a page that is a file.
    const code = `self.fichiers = ${fichiers};\n(async () => {\n${script}\n})()`;
    const adresse = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    super(adresse);
    this.addEventListener('message', () => URL.revokeObjectURL(adresse), { once: true });
  }
};
