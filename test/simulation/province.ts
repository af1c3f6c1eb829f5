import type { Agent, CommuneDesks } from '../../src/leads/agent.ts'
import { seeded } from './random.ts'

/** An agent whose fortunes change while the simulation runs. */
export type Living = { -readonly [K in keyof Agent]: Agent[K] } & {
  received: number
  joined: number
  target: number
}

type PointState = Agent['point']['state']

export interface Province {
  readonly communes: readonly string[]
  readonly points: readonly { readonly id: string; state: PointState }[]
  readonly agents: readonly Living[]
  readonly covering: ReadonlyMap<string, readonly Living[]>
  desksOf(commune: string): CommuneDesks
}

export const SIZES = { agents: 920, points: 1_711, communes: 130 }

/** An invented province of the size of Nghệ An: every commune has points, most have agents, a few have none. */
export function inventProvince(seed: number): Province {
  const chance = seeded(seed)
  const communes = Array.from({ length: SIZES.communes }, (_, i) => `xa-${String(i + 1).padStart(3, '0')}`)
  const served = new Set(communes.filter((_, i) => i % 26 !== 25)) // five have points and no agent
  const points = Array.from(
    { length: SIZES.points },
    (_, i): { id: string; commune: string; state: PointState } => ({
      id: `diem-${i + 1}`,
      commune: communes[i % SIZES.communes] ?? '',
      state: chance.happens(0.05) ? 'under-review' : 'active',
    }),
  )
  const agents = Array.from({ length: SIZES.agents }, (_, i): Living => {
    const point = chance.one(points.filter(({ commune }) => served.has(commune)))
    const near = Array.from({ length: chance.between(0, 2) }, () => chance.one([...served]))
    return {
      ...{
        id: `nv-${String(i + 1).padStart(3, '0')}`,
        name: `Nhân viên ${i + 1}`,
        organisation: 'Bưu điện (mẫu)',
      },
      ...{ communes: [...new Set([point.commune, ...near])], state: 'active', point, leaves: [] },
      trainedUntil: chance.happens(0.95) ? '2027-06-30' : '2026-10-31',
      ...{ capacity: 20, openLeads: 0, lastOfferedAt: undefined, received: 0, joined: 0 },
      quiet: chance.happens(0.3) ? { from: 20 * 60, until: 6 * 60 } : undefined,
      target: chance.between(4, 16),
    }
  })
  const covering = new Map(
    communes.map((code) => [code, agents.filter((one) => one.communes.includes(code))]),
  )
  return { communes, points, agents, covering, desksOf: (commune) => desksOf(communes.indexOf(commune)) }
}

/** A third of the communes have an officer of their own, all but a few a local office. */
function desksOf(place: number): CommuneDesks {
  return {
    officer: place % 3 === 0 ? { id: `cb-${place}`, name: `Cán bộ xã ${place + 1}` } : undefined,
    office:
      place % 20 === 19 ? undefined : { id: `cs-${place % 12}`, name: `BHXH cơ sở ${(place % 12) + 1}` },
  }
}
