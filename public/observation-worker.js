// Keeps the shell of the observation form (/offline), so that an assessor can open it without network, and shows it in place of a page
// of theirs that cannot be reached. Only the shell and the site's own scripts, styles and fonts are kept: no page, no answer, nobody's
// data. What is written lies in the browser's database (components/observations/write/device-store.ts).

const SHELL = "/offline";
const CACHE = "praksis-observation-shell";
/** In development a script changes under its name; a built one never does. */
const fresh = new URL(self.location.href).searchParams.has("fresh");

/** The site's own files that a text names. */
function filesIn(text, base) {
  const named =
    text.match(/(?:\/_next\/static\/|\.\.\/media\/)[\w./~@%+-]+\.(?:js|css|woff2)(?:\?[\w=&.-]*)?/g) ?? [];
  return [...new Set(named.map((path) => new URL(path, base).href))];
}

async function keepFile(cache, address) {
  const kept = fresh ? undefined : await cache.match(address);
  const answer = kept ?? (await fetch(address));
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  if (!kept) await cache.put(address, answer.clone());
  if (!new URL(address).pathname.endsWith(".css")) return [address];
  const fonts = filesIn(await answer.text(), address);
  const results = await Promise.all(fonts.map((font) => keepFile(cache, font)));
  return [address, ...results.flat()];
}

/** Fetches the shell and everything it is made of, and only then puts it in place of the one before. */
async function keepShell() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(SHELL, { cache: "no-store", credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  const text = await answer.clone().text();
  const kept = (
    await Promise.all(filesIn(text, self.location.origin).map((file) => keepFile(cache, file)))
  ).flat();
  await cache.put(SHELL, answer);
  if (fresh) return;
  const wanted = new Set([...kept, new URL(SHELL, self.location.origin).href]);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** The page itself; without network, the shell. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const shell = await (await caches.open(CACHE)).match(SHELL);
    if (shell) return shell;
    throw error;
  }
}

/** A script, a style or a font: from the network while it may change, else as it is kept. */
async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (kept && !fresh) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok && fresh) await cache.put(request.url, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", (event) => {
  // Where the shell cannot be had now, it is kept when the page asks for it.
  event.waitUntil(
    keepShell()
      .catch(() => undefined)
      .then(() => self.skipWaiting()),
  );
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "keep-shell") event.waitUntil(keepShell().catch(() => undefined));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/assess(\/|$)/.test(pathname)) event.respondWith(page(request));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(file(request));
});
