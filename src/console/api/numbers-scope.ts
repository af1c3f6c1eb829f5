import { byName } from '../../numbers/chart.ts'
import type { PageKey } from '../../numbers/numbers.ts'
import type { Pages } from '../../pages/page.ts'
import type { SignedIn } from '../../staff/account.ts'
import { Refused } from './call.ts'

interface CommuneOf {
  readonly code: string
  readonly name: string
  readonly province: string
}

/** What of the numbers somebody sees. */
export interface Seen {
  readonly pages: readonly { readonly id: string; readonly name: string; readonly key: PageKey }[]
  /** Also what came in by pages that are gone by now. */
  readonly allPages: boolean
  readonly communes: readonly CommuneOf[]
  readonly allCommunes: boolean
  readonly talks: boolean
  readonly agents: boolean
}

const UNBOUND =
  'Tài khoản của anh/chị chưa gắn với xã, phường nào nên chưa có con số để xem. Nhờ quản trị gắn giúp.'

/**
 * An officer sees the numbers of everything, or of their province; whoever is bound to a commune sees that commune's leads
 * and plans only. A commune's officer sees no agents: whose work it is, is the agency's and the province's matter.
 */
export function seenBy(
  { role, province, commune }: Pick<SignedIn, 'role' | 'province' | 'commune'>,
  pages: Pages,
  communes: readonly CommuneOf[],
): Seen {
  const isOffice = role === 'officer' || role === 'admin'
  if (commune !== undefined || !isOffice) {
    const own = communes.filter(({ code }) => code === commune)
    if (own.length === 0) throw new Refused(409, UNBOUND)
    const nothing = { pages: [], allPages: true, allCommunes: false, talks: false }
    return { ...nothing, communes: own, agents: role !== 'commune' }
  }
  const theirs = pages.all().filter((page) => province === undefined || page.province === province)
  const provinces = new Set(province === undefined ? theirs.map((page) => page.province) : [province])
  return {
    pages: theirs.map((page) => ({
      id: `${page.channel}/${page.id}`,
      name: `${page.voice} (${page.channel === 'zalo' ? 'Zalo' : 'Messenger'})`,
      key: { channel: page.channel, desk: page.id },
    })),
    allPages: province === undefined,
    communes: communes
      .filter((one) => provinces.has(one.province))
      .toSorted((a, b) => byName(a.name, b.name)),
    allCommunes: province === undefined,
    ...{ talks: true, agents: true },
  }
}
