import type { LookUp } from '../conversation/look-ups.ts'
import type { Found } from '../conversation/found.ts'
import type { Bot } from '../conversation/turn.ts'
import type { Conversation } from '../work-ports.ts'
import type { WorkParts } from './work-parts.ts'

/** Looks up what a citizen asked for, and says it. `key` names the message, so that a turn taken twice does it once. */
export async function lookUp(
  parts: WorkParts & { readonly bot: Bot },
  { person }: Conversation,
  key: string,
  effect: LookUp,
) {
  return { replies: parts.bot.sayFound(await found(parts, person, key, effect)) }
}

async function found(parts: WorkParts, person: string, key: string, effect: LookUp): Promise<Found> {
  const { trust } = parts.store
  switch (effect.do) {
    case 'verify-agent': {
      const { clue } = effect
      const mayAsk = (await parts.verifyLimit.take(person)) === 'ok'
      return { kind: 'agent', clue, verdict: mayAsk ? await trust.verify(clue) : 'too-many' }
    }
    case 'check-meeting-code': {
      const verdict = await trust.compareCode(person, effect.code, key)
      if (verdict === 'wrong' || verdict === 'too-many') parts.alarm('wrong meeting code', {})
      return { kind: 'meeting-code', verdict }
    }
    case 'change-call-time': {
      const { bestTime } = effect
      return { kind: 'call-time', bestTime, promise: await trust.changeCallTime(person, bestTime, key) }
    }
    case 'find-points':
      return {
        kind: 'points',
        commune: effect.commune,
        ...(await trust.points(effect.commune.code)),
      }
  }
}
