import type { ConsentText } from '../../dialogs/world.ts'
import { journeys } from '../../dialogs/index.ts'
import { sha256 } from '../policy/sha256.ts'
import type { Desk } from './desk.ts'
import { createHost, type Host } from './host.ts'
import type { Knowledge } from './knowledge.ts'

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

/** The wording people agree to, exactly as this desk shows it; its hash names the version. */
function consentText({ copies }: Knowledge, { operator }: Desk): ConsentText {
  const copy = copies.get('request-callback')
  if (!copy) throw new Error('dialogs/request-callback/copy.vi.yaml: no consent wording')
  const hash = sha256(copy.say('ask.consent', { operator }).join('\n'))
  return {
    version: `call-back-${hash.slice(0, 8)}`,
    hash,
    agree: copy.label('consent.agree'),
    refuse: copy.label('consent.refuse'),
  }
}
