// The agent's app on a weak line: all its own files are kept, its page opens without a network. The API is never kept here.
const KEPT = 'an-sinh-1'
const SHELL = '/app/'
const FILES = '/app/files.json'
/** A line that has not brought the page by then is as good as none. */
const PATIENCE_MS = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.add(SHELL))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

/** The page asks for it after each opening: then also pages never visited open on the road. */
self.addEventListener('message', (event) => {
  if (event.data === 'keep-files') event.waitUntil(keepFiles().catch(() => undefined))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOf(event))
  else if (url.pathname.startsWith('/trang/') || url.pathname.startsWith('/app/icons/'))
    event.respondWith(fileOf(request))
})

/** Every file of the app that is here now; those of earlier versions go. One by one: the line is weak. */
async function keepFiles() {
  const answer = await fetch(FILES, { cache: 'no-cache' })
  if (!answer.ok) return
  const files = await answer.json()
  const cache = await caches.open(KEPT)
  for (const file of files) if (!(await cache.match(file))) await cache.add(file)
  const wanted = new Set(files)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/trang/') && !wanted.has(pathname)) await cache.delete(request)
  }
}

/** From the network while it comes in time, so that a new version is seen; else the page that was kept. */
async function pageOf(event) {
  const cache = await caches.open(KEPT)
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.ok) await cache.put(SHELL, answer.clone())
    return answer
  })
  event.waitUntil(fresh.catch(() => undefined))
  const kept = await cache.match(SHELL)
  if (!kept) return fresh
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  return Promise.race([fresh, late]).catch(() => kept)
}

/** Files carry a hash of their content in their name: kept once, they never change. */
async function fileOf(request) {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}
