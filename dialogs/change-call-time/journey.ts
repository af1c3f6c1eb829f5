import { defineJourney } from '../../src/conversation/define-journey.ts'
import type { LeadDraft } from '../../src/conversation/effect.ts'
import { fold } from '../../src/conversation/fold.ts'
import { ask, end } from '../../src/conversation/journey.ts'
import { readTime } from '../read-time.ts'
import type { World } from '../world.ts'

type Time = LeadDraft['bestTime']

interface Answers {
  time: Time
}

const NOON = 12
const EVENING = 18

/** "Đổi giờ gọi": the part of the day in which they can take the call. The host changes their lead. */
export const changeCallTime = defineJourney<Answers, 'changed', World>({
  id: 'change-call-time',
  questions: {
    time: {
      choices: () => ['morning', 'afternoon', 'evening', 'any'].map((name) => ({ key: `time.${name}` })),
      read: ({ text }) => timeIn(text),
      skip: 'any',
    },
  },
  ends: { changed: [] },
  next: ({ time }) =>
    time === undefined
      ? ask('time')
      : end('changed', {}, { effects: [{ do: 'change-call-time', bestTime: time }] }),
  hear: (text) => ({ time: timeIn(text) }),
})

/** "Buổi chiều", "sau 5 giờ chiều", "9h sáng", "7h tối": a part of the day, or the hour that lies in one. */
function timeIn(text: string): Time | undefined {
  const said = fold(text)
  const parts = [
    ['morning', /\bsang\b(?! (?:buoi|gio|luc|ngay))|\bbuoi sang\b/],
    ['afternoon', /\bchieu\b|\btrua\b/],
    ['evening', /\bbuoi toi\b|\bgio toi\b|\d ?h? toi\b|\btoi (?:nay|mai)\b/],
  ] as const
  const named = parts.filter(([, form]) => form.test(said)).map(([time]) => time)
  return named.length === 1 ? named[0] : (readTime(text) ?? (named.length === 0 ? hourIn(said) : undefined))
}

function hourIn(said: string): Time | undefined {
  const hour = Number(/\b(\d{1,2}) ?(?:h|gio)\b/.exec(said)?.[1] ?? Number.NaN)
  if (!(hour >= 6 && hour <= 21)) return undefined
  return hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening'
}
