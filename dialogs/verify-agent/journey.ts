import { defineJourney } from '../../src/conversation/define-journey.ts'
import type { AgentClue } from '../../src/conversation/effect.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import { readAgentClue } from '../../src/conversation/read-agent-clue.ts'
import type { World } from '../world.ts'

interface Answers {
  who: AgentClue
}

/** "Kiểm tra nhân viên": a name, a phone, a card's number or what its QR says → one of ours or not. The host looks it up. */
export const verifyAgent = defineJourney<Answers, 'looked-up', World>({
  id: 'verify-agent',
  questions: { who: { read: ({ text }) => readAgentClue(text) } },
  ends: { 'looked-up': [] },
  next: ({ who }) =>
    who === undefined ? ask('who') : end('looked-up', {}, { effects: [{ do: 'verify-agent', clue: who }] }),
  hear: (text) => ({ who: readAgentClue(text) }),
})
