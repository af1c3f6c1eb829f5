import { loadScams } from './adapters/files/load-scams.ts'
import { loadScripts } from './adapters/files/load-scripts.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { AreaParts } from './console/api/areas.ts'
import type { DeskParts } from './console/api/desk.ts'
import type { LeadsParts } from './console/api/leads.ts'
import type { StrangeCallersParts } from './console/api/strange-callers.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import { maskSecrets } from './conversation/mask-secrets.ts'
import { communeReader } from './operator/sheets/commune-reader.ts'
import { talkingPoints, type Scripts } from './leads/talking-points.ts'
import type { PolicyBook } from './policy/policy-book.ts'
import type { Places } from './places/places.ts'
import type { Clock } from './ports.ts'

export interface AgentParts {
  readonly root: string
  readonly store: Store
  readonly clock: Clock
  /** The law as it is known now. */
  readonly policy: () => PolicyBook
  /** The places the bot knows: read once, for all. */
  readonly places: () => Places
}

const mask = (text: string) => maskSecrets(text).text

/** What the desk's page of strange callers needs. Names are read when somebody first looks. */
export function strangeCallersParts({
  root,
  store,
  places,
}: Pick<AgentParts, 'root' | 'store' | 'places'>): StrangeCallersParts {
  let read: ReturnType<StrangeCallersParts['names']> | undefined
  const names = () => {
    const { communeByCode } = places()
    const patterns = new Map(loadScams(root).map(({ id, name }) => [id, name]))
    return {
      commune: (code: string) => communeByCode.get(code)?.name,
      pattern: (id: string) => patterns.get(id),
    }
  }
  return { operations: store.operations, names: () => (read ??= names()) }
}

/** What the desk's own pages need: what waits for somebody, and who works. */
export function deskParts({ store, clock, places }: Omit<AgentParts, 'policy' | 'root'>): DeskParts {
  const commune = (code: string) => places().communeByCode.get(code)?.name
  const { deskNotices: notices, register, standings } = store
  return { notices, register, standings, commune, mask, clock }
}

/** What the desks' page of leads needs. */
export function leadsParts({
  store,
  clock,
  places: known,
  pages,
}: Omit<AgentParts, 'policy' | 'root'> & Pick<LeadsParts, 'pages'>): LeadsParts {
  const places = {
    nameOf: (commune: string) => known().communeByCode.get(commune)?.name,
    communesOf: (province: string) =>
      known().communes.flatMap((one) => (one.province === province ? [one.code] : [])),
    read: (typed: string, home = pages.all()[0]?.province ?? '') => communeTyped(known(), typed, home),
  }
  return { desk: store.leadDesk({ mask }), places, pages, clock }
}

/** A commune as somebody at a desk types it. */
function communeTyped(places: Places, typed: string, home: string): ReturnType<LeadsParts['places']['read']> {
  const read = communeReader(places, home)(typed)
  if ('error' in read) return read
  const commune = places.communeByCode.get(read.value)
  const province = places.provinceByCode.get(commune?.province ?? '')
  return { code: read.value, name: commune?.name ?? '', province: province?.name ?? '' }
}

/** What the agent's app needs: leads, talking points with today's numbers, hours, targets, deletions, suggestions. */
export function agentParts({
  root,
  store,
  clock,
  policy,
}: Omit<AgentParts, 'places'>): Pick<AreaParts, 'myLeads' | 'myWork'> {
  let read: Scripts | undefined // at the first card, not at a start
  const scripts = () => (read ??= loadScripts(root))
  return {
    myLeads: {
      ...{ work: store.agentWork({ mask }), clock },
      points: (of) => talkingPoints(scripts(), of, { today: dayInVietNam(clock.now()), policy: policy() }),
    },
    myWork: {
      ...{ times: store.agentTimes, targets: store.targets, suggestions: store.suggestions, mask, clock },
      ...{ erasures: store.personalData, audit: store.staff.audit },
    },
  }
}
