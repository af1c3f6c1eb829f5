import { loadOfficeCalendar } from '../adapters/files/load-office-calendar.ts'
import type { Desk } from '../bot/desk.ts'
import type { Effect } from '../conversation/effect.ts'
import type { Button, Reply } from '../conversation/reply.ts'
import type { Returned, Said } from '../conversation/said.ts'
import type { Attended, Bot } from '../conversation/turn.ts'
import { readOfficeHours } from '../hand-over/office-hours.ts'
import { OfficeTime } from '../hand-over/office-time.ts'
import type { DemoPlaces } from '../places/place-files.ts'
import type { Day } from '../policy/values.ts'
import { openDemoDesk } from './demo-desk.ts'
import type { Line } from './transcript.ts'

/** The page on which transcripts are played. */
export const rehearsalDesk: Desk = {
  operator: 'BHXH tỉnh Nghệ An',
  home: '40',
  hotline: '0238 000 000',
  officeHours: 'thứ Hai đến thứ Sáu, 7h30–17h00',
  privacyUrl: 'https://bot.example.vn/privacy',
  retentionDays: 90,
}

export interface Scene {
  readonly replies: readonly Reply[]
  readonly effects: readonly Effect[]
}

export interface Talker {
  say(said: string | Said, afterMs?: number): Promise<Scene>
  /** A line of a play, whoever says it: a person of the desk takes the talk over, or leaves it. */
  play(line: Pick<Line, 'who' | 'said' | 'afterMs'>): Promise<Scene>
}

/** The talk taps a button that is not on the screen. */
export class NoSuchButton extends Error {
  override readonly name = 'NoSuchButton'

  constructor(label: string) {
    super(`no button "${label}" was shown`)
  }
}

/** What a play says when the agent has called. */
const CALL_OVER = '(gọi xong)'
const BETWEEN_MS = 30_000

/** Where and when a rehearsal takes place: when the desk is open, and the hour in Viet Nam at which it begins. */
export interface Stage {
  readonly office: OfficeTime
  readonly hour?: number
}

/** The desk of the rehearsal, with the holidays everybody has. */
export function rehearsalOffice(root: string): OfficeTime {
  return new OfficeTime(readOfficeHours(rehearsalDesk.officeHours) ?? [], loadOfficeCalendar(root))
}

/** This stage has no forms of a platform. */
const isWords = ({ form }: Reply) => form === undefined

const MORNING = 9

/** The whole bot, minus the network and the store: real journeys, real knowledge, and a day you choose. */
export function startRehearsal(today: Day, bot: Bot, demo: DemoPlaces, stage: Stage): Talker {
  let session: string | undefined
  let attended: Attended | undefined
  let at = Date.parse(`${today}T${String(stage.hour ?? MORNING).padStart(2, '0')}:00:00+07:00`)
  let turns = 0
  let offered: readonly Button[] = []
  const desk = openDemoDesk(bot, demo)

  async function turn(said: Said, afterMs = BETWEEN_MS): Promise<Scene> {
    at += afterMs
    turns += 1
    const code = turns.toString(16).padStart(8, '0')
    const heard = [{ said, sentAt: new Date(at) }] as const
    const taken = await bot.runTurn({ heard, session, today, code, ...(attended && { attended }) })
    session = JSON.stringify(JSON.parse(taken.session))
    attended = attendedAfter(attended, taken.effects)
    const moment = { at: new Date(at), today, leadCode: 'AS-0001', office: stage.office }
    const promises = taken.effects.flatMap((effect) => desk.replies(effect, moment))
    const replies = [...taken.replies, ...promises, ...(taken.after ?? [])].filter(isWords)
    return { ...told(replies), effects: taken.effects }
  }

  function told(replies: readonly Reply[]): Scene {
    offered = replies.findLast(({ buttons }) => buttons.length > 0)?.buttons ?? offered
    return { replies, effects: [] }
  }

  const say: Talker['say'] = (said, afterMs) =>
    turn(typeof said === 'string' ? asSaid(said, offered) : said, afterMs)
  return {
    say,
    async play({ who, said, afterMs }) {
      if (who === 'Dân') return say(said, afterMs)
      if (said === CALL_OVER) return told(desk.callOver())
      const why = returns.get(said)
      attended = why === undefined ? 'claimed' : undefined
      return why === undefined ? { replies: [], effects: [] } : turn({ kind: 'returned', why }, afterMs)
    },
  }
}

function asSaid(text: string, offered: readonly Button[]): Said {
  const wordless = /^\((nhãn dán|ảnh|tin thoại|vị trí|quan tâm trang)\)$/.exec(text)?.[1]
  if (wordless === 'quan tâm trang') return { kind: 'arrived' }
  if (wordless !== undefined) return { kind: 'wordless', what: wordlessKinds[wordless] ?? 'other' }
  const tapped = /^\[(.+)\]$/.exec(text)?.[1]
  const button = offered.find(({ label }) => label === tapped)
  if (tapped !== undefined && !button) throw new NoSuchButton(tapped)
  return button ? { kind: 'words', text: button.label, payload: button.payload } : { kind: 'words', text }
}

const wordlessKinds: Readonly<Record<string, 'sticker' | 'image' | 'audio' | 'location'>> = {
  'nhãn dán': 'sticker',
  ảnh: 'image',
  'tin thoại': 'audio',
  'vị trí': 'location',
}

/** Who has the talk after a turn. */
export function attendedAfter(
  before: Attended | undefined,
  effects: readonly Effect[],
): Attended | undefined {
  const isLeft = effects.some((effect) => effect.do === 'leave-person')
  const isCalled = effects.some((effect) => effect.do === 'call-a-person' && effect.reason === 'asked')
  return isCalled ? (before ?? 'waiting') : isLeft ? undefined : before
}

/** What a play says of a person of the desk, besides their words. */
const returns: ReadonlyMap<string, Returned['why']> = new Map([
  ['(không ai trả lời)', 'nobody-came'],
  ['(im lâu)', 'gone-quiet'],
  ['(trao lại)', 'given-back'],
])
