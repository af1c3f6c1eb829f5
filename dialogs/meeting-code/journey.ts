import { defineJourney } from '../../src/conversation/define-journey.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import type { World } from '../world.ts'

interface Answers {
  code: string
}

/** "Họ đọc mã 4827": the code a caller said first is compared with the one of the citizen's lead. The host knows it. */
export const meetingCode = defineJourney<Answers, 'compared', World>({
  id: 'meeting-code',
  questions: { code: { read: ({ text }) => codeIn(text) } },
  ends: { compared: [] },
  next: ({ code }) =>
    code === undefined ? ask('code') : end('compared', {}, { effects: [{ do: 'check-meeting-code', code }] }),
  hear: (text) => ({ code: codeIn(text) }),
})

/** The four digits of a message, "4827" or "4 8 2 7"; two different ones are none. */
function codeIn(text: string): string | undefined {
  const found = text.match(/(?<!\d)\d(?:[ .-]?\d){3}(?![ .-]?\d)/g) ?? []
  const codes = new Set(found.map((digits) => digits.replace(/\D/g, '')))
  const [code] = codes
  return codes.size === 1 ? code : undefined
}
