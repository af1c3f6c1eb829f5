import type { AgentDesk } from '../../../leads/agent-desk.ts'
import type { AgentNotifier, Clock, RateLimit } from '../../../ports.ts'
import { lookAtLink, redeemCode, sendCode } from './agent-sign-in.ts'
import type { Db } from '../database/schema.ts'
import type { JobBox } from '../job-box.ts'
import { actBySession, viewBySession, type AgentWorkParts } from './agent-work.ts'
import type { People } from '../people.ts'
import type { Vault } from '../sealing/vault.ts'

export interface DeskParts {
  readonly db: Db
  readonly people: People
  readonly vault: Vault
  readonly jobs: JobBox
  readonly clock: Clock
  readonly officeFor: AgentWorkParts['officeFor']
  readonly notifier: AgentNotifier
  /** How often one agent may ask for a code. */
  readonly codeLimit: RateLimit
  /** Covers secrets in what an agent types. */
  readonly mask: (text: string) => string
}

/** The agent's way to one lead. Tokens, codes and sessions are kept as keyed hashes only. */
export function openAgentDesk(parts: DeskParts): AgentDesk {
  return {
    link: (token) => lookAtLink(parts, token),
    sendCode: (token) => sendCode(parts, token),
    redeem: (token, code) => redeemCode(parts, token, code),
    view: (session) => viewBySession(parts, session),
    accept: (session) => actBySession(parts, session, { act: { do: 'accept' } }),
    decline: (session, reason) => actBySession(parts, session, { act: { do: 'decline', reason } }),
    close: (session, outcome) => actBySession(parts, session, { act: { do: 'outcome', outcome } }),
  }
}
