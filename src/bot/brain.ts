import type { ConsentText } from '../../dialogs/world.ts'
import { journeys } from '../../dialogs/index.ts'
import { sha256 } from '../policy/sha256.ts'
import type { Desk } from './desk.ts'
import { createHost, type Host } from './host.ts'
import type { Knowledge } from './knowledge.ts'
import { ANY_DAY, Speaker } from './speaker.ts'

/** What stays the same from turn to turn. */
export interface Brain {
  readonly knowledge: Knowledge
  readonly desk: Desk
  readonly host: Host
  readonly consent: ConsentText
}

export function createBrain(knowledge: Knowledge, desk: Desk): Brain {
  return { knowledge, desk, host: createHost(journeys), consent: consentText(knowledge, desk) }
}

/** The wording people agree to, exactly as this desk shows it, with its two buttons; its hash names the version. */
function consentText(knowledge: Knowledge, desk: Desk): ConsentText {
  const words = new Speaker(knowledge, desk, ANY_DAY)
  const say = (key: string) => words.journey('request-callback', [key], {}).join('\n')
  const [agree, refuse] = [say('consent.agree'), say('consent.refuse')]
  const version = (name: string, key: string) => {
    const hash = sha256([say(key), agree, refuse].join('\n'))
    return { version: `${name}-${hash.slice(0, 8)}`, hash }
  }
  const beneficiary = version('call-beneficiary', 'ask.theirConsent')
  return { ...version('call-back', 'ask.consent'), agree, refuse, beneficiary }
}
