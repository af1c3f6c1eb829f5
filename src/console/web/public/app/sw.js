// The agent's app on a weak line: its own files are kept, its page opens without a network. The API is never kept here.
const KEPT = 'an-sinh-1'
const SHELL = '/app/'

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

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (url.pathname.startsWith('/trang/') || url.pathname.startsWith('/app/icons/'))
    event.respondWith(fileOf(request))
})

/** From the network while there is one, so that a new version is seen; else the page that was kept. */
async function pageOf(request) {
  const cache = await caches.open(KEPT)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(SHELL, fresh.clone())
    return fresh
  } catch {
    return (await cache.match(SHELL)) ?? Response.error()
  }
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
