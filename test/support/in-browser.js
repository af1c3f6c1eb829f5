// Runs inside the pages under test: what a test asks of them, by name.
window.inBrowser = {
  /** What a thumb misses: things to tap lower than 44 px, and pages wider than the phone. */
  tooSmall() {
    const least = 44
    const taps = [
      ...document.querySelectorAll('main a, main button, main summary, nav a, label.mantine-Chip-label'),
    ]
    const low = taps
      .filter((one) => !isWithinWords(one))
      .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < least)
      .map((one) => `${one.textContent.trim()} is ${one.getBoundingClientRect().height} px high`)
    const wide = document.documentElement.scrollWidth
    return wide > window.innerWidth ? [...low, `the page is ${wide} px wide`] : low
  },

  /** Serious and critical findings of axe (loaded beside this), rule and element. */
  async seriousFindings() {
    const { violations } = await window.axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  },

  async keepFiles() {
    const { active } = await navigator.serviceWorker.ready
    active.postMessage('keep-files')
  },

  /** Files of the app that the service worker has not kept yet. */
  async filesMissing() {
    const files = await (await fetch('/app/files.json')).json()
    const found = await Promise.all(files.map((file) => caches.match(file)))
    return files.filter((_, i) => found[i] === undefined)
  },

  /** Everything in the browser's own database, as text. */
  async everythingKept() {
    const all = []
    for (const { name } of await indexedDB.databases()) {
      const db = await answered(indexedDB.open(name))
      for (const table of db.objectStoreNames)
        all.push(...(await answered(db.transaction(table).objectStore(table).getAll())))
      db.close()
    }
    return all
      .map((value) => JSON.stringify(value))
      .filter((text) => text !== '[]')
      .join('\n')
  },
}

/** A link in the middle of a sentence is as high as its line. */
function isWithinWords(one) {
  return (
    one.tagName === 'A' && getComputedStyle(one).display === 'inline' && one.parentElement.tagName === 'P'
  )
}

function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
