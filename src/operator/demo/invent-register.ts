import type {
  AgentEntry,
  OfficeEntry,
  OfficerEntry,
  PointEntry,
  RegisterEntries,
} from '../../leads/register.ts'
import type { Commune } from '../../places/place.ts'
import type { Day } from '../../policy/values.ts'
import type { Chance } from './chance.ts'
import { inventName, inventPhone } from './invent-names.ts'

/** The size of Nghệ An (product.md): agents, collection points; communes are the province's own. */
const DEMO_AGENTS = 920
const DEMO_POINTS = 1_711

const organisations = [
  'Tổ chức dịch vụ thu Bưu điện (mẫu)',
  'Tổ chức dịch vụ thu Hội Phụ nữ (mẫu)',
  'Tổ chức dịch vụ thu Hội Nông dân (mẫu)',
]
const HOURS = 'Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ'
const COMMUNES_AN_OFFICE = 11

/** Agents, points, offices and officers of a whole province, on top of those the demo file names. */
export function inventRegister(
  communes: readonly Commune[],
  known: RegisterEntries,
  chance: Chance,
): Required<RegisterEntries> {
  const offices = inventOffices(communes)
  const points = [...(known.points ?? [])]
  while (points.length < DEMO_POINTS) points.push(inventPoint(points.length, communes, chance))
  const agents = [...(known.agents ?? [])]
  while (agents.length < DEMO_AGENTS) agents.push(inventAgent(agents.length, { points, communes }, chance))
  const officers = communes.map(({ code }): OfficerEntry => ({
    commune: code,
    id: `can-bo-${code}`,
    name: inventName(chance),
  }))
  return { points, agents, offices, officers }
}

function inventPoint(at: number, communes: readonly Commune[], chance: Chance): PointEntry {
  const { code, name } = communes[at % communes.length] ?? chance.one(communes)
  const number = Math.floor(at / communes.length) + 1
  const place = name.charAt(0).toLowerCase() + name.slice(1)
  return {
    id: `diem-mau-${at + 1}`,
    name: `Điểm thu mẫu số ${number} ${place}`,
    organisation: chance.one(organisations),
    commune: code,
    address: `Nhà mẫu số ${at + 1}, ${place}, Nghệ An`,
    hours: HOURS,
    standing: { state: chance.happens(0.04) ? 'under-review' : 'active' },
  }
}

interface Around {
  readonly points: readonly PointEntry[]
  readonly communes: readonly Commune[]
}

function inventAgent(at: number, { points, communes }: Around, chance: Chance): AgentEntry {
  const point = points[(at * 7) % points.length] ?? chance.one(points)
  const near = chance.happens(0.4) ? [chance.one(communes).code] : []
  return {
    id: `nv-mau-${at + 1}`,
    name: inventName(chance),
    phone: inventPhone('53', at + 1),
    organisation: point.organisation,
    point: point.id,
    communes: [...new Set([point.commune, ...near])],
    cardNumber: `MAU-${String(at + 1).padStart(4, '0')}`,
    standing: { state: chance.happens(0.03) ? 'suspended' : 'active' },
    trainedUntil: trainedUntil(chance),
    capacity: chance.between(10, 30),
  }
}

/** One in twenty has let the certificate run out. */
function trainedUntil(chance: Chance): Day {
  return chance.happens(0.05) ? '2026-10-31' : '2027-12-31'
}

/** A local office for every eleven communes, in the order of their codes. */
function inventOffices(communes: readonly Commune[]): readonly OfficeEntry[] {
  const count = Math.ceil(communes.length / COMMUNES_AN_OFFICE)
  return Array.from({ length: count }, (_, at): OfficeEntry => {
    const served = communes.slice(at * COMMUNES_AN_OFFICE, (at + 1) * COMMUNES_AN_OFFICE)
    return {
      id: `co-so-mau-${at + 1}`,
      name: `BHXH cơ sở mẫu số ${at + 1}`,
      commune: served[0]?.code ?? '',
      address: `Nhà mẫu, ${served[0]?.name ?? ''}, Nghệ An`,
      hours: HOURS,
      phone: inventPhone('53', 9_000_000 + at).replace('+84', '0'),
      communes: served.map(({ code }) => code),
    }
  })
}
