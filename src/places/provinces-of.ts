import type { Mention } from './find-mentions.ts'
import type { Named } from './places.ts'

/** The provinces a text can be in. */
export interface ProvincesRead {
  readonly codes: readonly string[]
  readonly spelt: boolean // the text names it in full: "X, tỉnh Y" speaks of the former district X
}

/** Provinces the text can be in: the last province named, narrowed by districts and communes; else the page's own. */
export function provincesOf(found: readonly Mention[], home: string | undefined): ProvincesRead {
  const said = found.findLast(({ means }) => means.some(({ level }) => level === 'province'))
  return said ? inProvince(said, found) : withoutProvince(found, home)
}

function inProvince(said: Mention, found: readonly Mention[]): ProvincesRead {
  const start = codesOf(said, 'province')
  const rest = found.filter((one) => one !== said)
  const rival = rest.find((one) => contradicts(one, start))
  if (rival) return { codes: [...new Set([...codesOf(rival, 'province'), ...start])], spelt: true }
  const spelt =
    start.length === 1 || said.means.some((one) => one.level === 'province' && one.spelt === 'name')
  return { codes: [pairedCodes(rest), ...rest.map(upperCodes)].reduce(narrow, start), spelt }
}

function withoutProvince(found: readonly Mention[], home: string | undefined): ProvincesRead {
  const anywhere = found.map(({ means }) => [...new Set(means.map(provinceOf))]).reduce(narrow, [])
  if (home !== undefined && anywhere.includes(home)) return { codes: [home], spelt: false }
  return { codes: [pairedCodes(found), ...found.map(upperCodes)].reduce(narrow, []), spelt: false }
}

/** A name of a former district and of communes is first of all the district's. */
function upperCodes(mention: Mention): readonly string[] {
  const districts = codesOf(mention, 'district')
  return districts.length > 0 ? districts : codesOf(mention, 'commune')
}

/** Where a commune and its former district stand together: "An Hưng, An Lão" is in one of the two An Lão. */
function pairedCodes(found: readonly Mention[]): readonly string[] {
  const inside = found.flatMap((one) => {
    const others = found.filter((other) => other !== one).flatMap(({ means }) => means)
    const districts = new Set(others.flatMap((named) => (named.level === 'district' ? [named.district] : [])))
    return one.means.filter(
      (named) => named.level === 'commune' && named.former && districts.has(named.former.district),
    )
  })
  return [...new Set(inside.map(provinceOf))]
}

/** Two provinces were named, and one is not a place inside the other ("Hà Tĩnh … Nghệ An"). */
function contradicts(one: Mention, start: readonly string[]): boolean {
  const isProvince = one.means.some((named) => named.level === 'province' && named.spelt === 'name')
  return isProvince && !one.means.some((named) => start.includes(provinceOf(named)))
}

/** What both allow; where nothing is left, or nothing was known, the one that says something. */
function narrow(codes: readonly string[], by: readonly string[]): readonly string[] {
  if (codes.length === 0) return by
  const both = codes.filter((code) => by.includes(code))
  return both.length > 0 ? both : codes
}

function codesOf({ means }: Mention, level: Named['level']): readonly string[] {
  return [...new Set(means.filter((one) => one.level === level).map(provinceOf))]
}

export function provinceOf(one: Named): string {
  if (one.level === 'province') return one.province
  return one.level === 'district' ? one.district.province : one.commune.province
}
