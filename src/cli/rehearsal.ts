import type { Desk } from '../bot/desk.ts'
import type { Effect } from '../conversation/effect.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Said } from '../conversation/said.ts'
import type { Bot } from '../conversation/turn.ts'
import type { DemoPlaces } from '../places/place-files.ts'
import type { Day } from '../policy/values.ts'
import { demoReplies } from './demo-promise.ts'

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
}

/** The talk taps a button that is not on the screen. */
export class NoSuchButton extends Error {
  override readonly name = 'NoSuchButton'

  constructor(label: string) {
    super(`no button "${label}" was shown`)
  }
}

const BETWEEN_MS = 30_000

/** The whole bot, minus the network and the store: real journeys, real knowledge, and a day you choose. */
export function startRehearsal(today: Day, bot: Bot, demo: DemoPlaces): Talker {
  let session: string | undefined
  let at = new Date(`${today}T02:00:00Z`).getTime()
  let turns = 0
  let offered: readonly { label: string; payload: string }[] = []

  return {
    /** Words that are exactly a button's label, in square brackets, are a tap on it. */
    async say(said, afterMs = BETWEEN_MS) {
      at += afterMs
      turns += 1
      const heard = { said: typeof said === 'string' ? asSaid(said) : said, sentAt: new Date(at) }
      const code = turns.toString(16).padStart(8, '0')
      const turn = await bot.runTurn({ heard: [heard], session, today, code })
      session = JSON.stringify(JSON.parse(turn.session))
      const moment = { at: new Date(at), today, leadCode: 'AS-0001' }
      const promises = turn.effects.flatMap((effect) => demoReplies(bot, effect, demo, moment))
      const replies = [...turn.replies, ...promises]
      offered = replies.findLast(({ buttons }) => buttons.length > 0)?.buttons ?? offered
      return { replies, effects: turn.effects }
    },
  }

  function asSaid(text: string): Said {
    const wordless = /^\((nhãn dán|ảnh|tin thoại|vị trí|quan tâm trang)\)$/.exec(text)?.[1]
    if (wordless === 'quan tâm trang') return { kind: 'arrived' }
    if (wordless !== undefined) return { kind: 'wordless', what: wordlessKinds[wordless] ?? 'other' }
    const tapped = /^\[(.+)\]$/.exec(text)?.[1]
    const button = offered.find(({ label }) => label === tapped)
    if (tapped !== undefined && !button) throw new NoSuchButton(tapped)
    return button ? { kind: 'words', text: button.label, payload: button.payload } : { kind: 'words', text }
  }
}

const wordlessKinds: Readonly<Record<string, 'sticker' | 'image' | 'audio' | 'location'>> = {
  'nhãn dán': 'sticker',
  ảnh: 'image',
  'tin thoại': 'audio',
  'vị trí': 'location',
}
