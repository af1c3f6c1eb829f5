/** A name as it is said: letters that people mix up in writing count as one. */
export function soundOf(key: string): string {
  return key
    .replaceAll('ngh', 'ng')
    .replaceAll('gh', 'g')
    .replace(/\bqu/g, 'cw')
    .replace(/k(?!h)/g, 'c')
    .replace(/\b(?:gi|r)(?=[aeiouy])/g, 'd')
    .replace(/\bx/g, 's')
    .replace(/\bch/g, 'tr')
    .replace(/\bph/g, 'f')
    .replaceAll('y', 'i')
}

/** At most one letter more, less, other or swapped. */
export function soundsAlike(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const a = one.slice(start)
  const b = other.slice(start)
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return swapped || a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b
}
