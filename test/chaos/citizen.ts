import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from './dice.ts'
import type { Outside } from './outside.ts'
import { newBurst, newTalk, type Line, type Play } from './plays.ts'

/** Whoever writes: waits for each answer, or says several things in one go. */
export interface Citizen {
  readonly id: string
  readonly channel: 'zalo' | 'messenger'
  readonly kind: 'talker' | 'hurried'
  readonly play: Play
  readonly wantsCall: boolean
  /** The lines whose answer is awaited just now. */
  awaits: readonly Line[]
}

const THOUGHTS_APART_MS = 3_000
const BURST = 4
const HURRIED = 0.25
const CALLED = 0.5

/** So many people with so many events between them. */
export function newCitizens(dice: Dice, people: number, events: number): readonly Citizen[] {
  const each = Math.ceil(events / people)
  return Array.from({ length: people }, (_, i) => newCitizen(dice.fork(), i, each))
}

function newCitizen(dice: Dice, i: number, length: number): Citizen {
  const channel = i % 2 === 0 ? 'zalo' : 'messenger'
  const kind = dice.chance(HURRIED) ? 'hurried' : 'talker'
  const wantsCall = kind === 'talker' && dice.chance(CALLED)
  const phone = wantsCall ? `09${String(12_000_000 + i).padStart(8, '0')}` : undefined
  const bursts = Array.from({ length: Math.ceil(length / BURST) }, () => newBurst(dice, BURST)).flat()
  const play = kind === 'hurried' ? bursts : newTalk(dice, length, phone)
  return { id: `nguoi-${i}`, channel, kind, play, wantsCall, awaits: [] }
}

/** Lives through the whole play. Never gives up waiting: the run as a whole has an end. */
export async function live(
  outside: Outside,
  citizen: Citizen,
  thinkMs: () => number,
  signal: AbortSignal,
): Promise<void> {
  const step = citizen.kind === 'hurried' ? BURST : 1
  let heard = 0
  let clock = 0
  const platform = outside[citizen.channel]
  for (let at = 0; at < citizen.play.length; at += step) {
    await pause(thinkMs(), undefined, { signal })
    citizen.awaits = citizen.play.slice(at, at + step)
    const deliveries = citizen.awaits.map(({ says }) => {
      clock = Math.max(Date.now(), clock + THOUGHTS_APART_MS)
      return outside.at(clock, () => platform.say(citizen.id, says))
    })
    heard = await answered(outside, citizen, heard, signal)
    await Promise.all(deliveries)
    citizen.awaits = []
  }
}

/** Until every line awaited has its answer among what came since. Answers how much has come by then. */
async function answered(
  outside: Outside,
  { id, channel, awaits }: Citizen,
  heard: number,
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    const news = outside[channel].received(id).slice(heard)
    if (awaits.every(({ answer }) => news.some(({ text }) => text.includes(answer))))
      return heard + news.length
    await pause(50, undefined, { signal })
  }
}
