const browsers = [
  ['Zalo', /\bZalo\b/i],
  ['Edge', /\bEdgA?\//],
  ['Cốc Cốc', /coc_coc/i],
  ['Samsung Internet', /SamsungBrowser/],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const
const systems = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
] as const

/** "Chrome trên Android", from what a browser calls itself. Nothing of the header itself is kept. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'Trình duyệt khác'
  const system = systems.find(([, mark]) => mark.test(userAgent))?.[0]
  return system === undefined ? browser : `${browser} trên ${system}`
}
