import process from 'node:process'
import { trailInWords, type TrailNames } from '../../src/leads/trail-in-words.ts'
import { inventProvince, SIZES } from './province.ts'
import { gini } from './random.ts'
import { simulate, type Tally } from './run.ts'

const [count = 20_000, seed = 7] = process.argv.slice(2).map(Number)
const PER_SECOND = 2_000

const names: TrailNames = {
  agent: (id) => `nhân viên ${Number(id.slice(3))}`,
  commune: (code) => `Xã mẫu ${Number(code.slice(3))}`,
  desk: (id) => id,
}

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** The same month twice: agents with targets to meet, and without any. */
print(
  `${SIZES.agents} agents, ${SIZES.points} points, ${SIZES.communes} communes, ${count} leads, seed ${seed}`,
)
const province = inventProvince(seed)
const tally = simulate(province, count, seed + 1, true)
report(
  'with targets',
  tally,
  province.agents.map(({ received }) => received),
)
const plain = inventProvince(seed)
const without = simulate(plain, count, seed + 1, false)
report(
  'without targets',
  without,
  plain.agents.map(({ received }) => received),
)
for (const lead of threeOf(tally)) {
  print(`\nPhiếu số ${lead.id}`)
  for (const trail of lead.trails) for (const line of trailInWords(trail, names)) print(`  ${line}`)
}
const ok = [tally, without].every((one) => orphansOf(one) === 0 && perSecond(one) >= PER_SECOND)
process.exitCode = ok ? 0 : 1

function report(title: string, month: Tally, received: readonly number[]): void {
  const { suspensions, leaves, reassigned, routings, leads } = month
  const owners = new Map<string, number>()
  for (const { owner } of leads)
    owners.set(owner?.kind ?? 'nobody', (owners.get(owner?.kind ?? 'nobody') ?? 0) + 1)
  print(`\n${title}`)
  print(`  ${suspensions} suspensions, ${leaves} leaves, ${reassigned} re-assigned, ${routings} routings`)
  print(
    `  without an owner: ${orphansOf(month)}; without a trail: ${leads.filter(({ trails }) => trails.length === 0).length}`,
  )
  print(`  owners: ${[...owners].map(([kind, n]) => `${kind} ${n}`).join(', ')}`)
  print(`  Gini of leads received by ${received.length} agents: ${gini(received).toFixed(3)}`)
  print(`  routing: ${Math.round(perSecond(month))} leads/s (budget ${PER_SECOND})`)
}

function orphansOf({ leads }: Tally): number {
  return leads.filter(({ owner }) => owner === undefined).length
}

function perSecond({ routings, routingMs }: Tally): number {
  return routings / (routingMs / 1000)
}

/** One that was straightforward, one that was given on, one that a desk has. */
function threeOf({ leads }: Tally) {
  const wanted = [
    leads.find(({ trails, owner }) => trails.length === 1 && owner?.kind === 'agent'),
    leads.find(({ trails, owner }) => trails.length > 1 && owner?.kind === 'agent'),
    leads.find(({ owner }) => owner?.kind !== 'agent'),
  ]
  return wanted.flatMap((lead) => lead ?? [])
}
