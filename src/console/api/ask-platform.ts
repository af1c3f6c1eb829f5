import type { AskPlatform, Standing } from '../../asking-ports.ts'
import type { HandOverDesk, WaitingTalk } from '../../hand-over/hand-over-desk.ts'
import { standingIn } from '../../hand-over/reply-window.ts'
import type { Clock, RateLimit, SendFailure } from '../../ports.ts'
import type { SignedIn } from '../../staff/account.ts'
import type { AuditLog } from '../../staff/ports.ts'
import { Refused } from './call.ts'

export interface AskParts {
  readonly desk: Pick<HandOverDesk, 'who' | 'heardBy'>
  readonly audit: Pick<AuditLog, 'write'>
  readonly clock: Clock
  readonly asking: AskPlatform
  /** How often one account may ask. */
  readonly askLimit: RateLimit
}

const TOO_OFTEN = 'Anh/chị đã hỏi Zalo nhiều lần. Chờ một lúc rồi hỏi lại.'

/** May they still be written to, by Zalo's own word; what is later than our record corrects the window. */
export async function askAbout(parts: AskParts, talk: WaitingTalk, { login }: SignedIn) {
  const { desk, audit, clock, asking, askLimit } = parts
  if (talk.channel !== 'zalo') throw new Refused(409, 'Chỉ hỏi được Zalo.')
  if ((await askLimit.take(login)) === 'too-many') throw new Refused(429, TOO_OFTEN)
  const who = await desk.who(talk.id)
  if (!who) throw new Refused(404, 'Cuộc trò chuyện này đã kết thúc, hoặc không có.')
  await audit.write({ actor: login, action: 'hand-over.ask', subject: talk.id })
  const said = await asking.standing(who)
  if (said.kind === 'person-left') return { state: 'gone' } as const
  if (said.kind !== 'known') throw new Refused(503, whyNot(said))
  const now = clock.now()
  const lastAt = said.lastAt && new Date(Math.min(said.lastAt.getTime(), now.getTime()))
  if (lastAt && lastAt > talk.heardAt) await desk.heardBy(talk.id, lastAt)
  return shown({ ...said, ...(lastAt && { lastAt }) }, talk.heardAt, now)
}

/** What they call themselves there, for whoever gave a reason to see it: asked each time, kept nowhere. */
export async function nameOf({ desk, asking, askLimit }: AskParts, talk: WaitingTalk, { login }: SignedIn) {
  if (talk.channel !== 'zalo' || (await askLimit.take(login)) === 'too-many') return undefined
  const who = await desk.who(talk.id)
  return who && asking.nameOf(who)
}

/** Our own record counts where it is the later one: a message reached us that Zalo's counter has not seen yet. */
function shown({ lastAt: told, follows, repliesLeft, isShut }: Standing, ours: Date, now: Date) {
  const lastAt = told && (told > ours ? told : ours)
  const rest = {
    ...(follows !== undefined && { follows }),
    ...(repliesLeft !== undefined && { repliesLeft }),
  }
  if (isShut) return { state: 'closed', ...rest } as const
  return lastAt
    ? { ...standingIn('zalo', lastAt, now), lastAt, ...rest }
    : ({ state: 'unknown', ...rest } as const)
}

/** The platform's number only: its words are for the log of whoever mends it. */
function whyNot(failure: Exclude<SendFailure, { readonly kind: 'person-left' }>): string {
  if (failure.kind === 'try-later') return 'Zalo chưa trả lời. Anh/chị hỏi lại sau ít phút.'
  const code = 'detail' in failure ? (/^zalo -?\d+/.exec(failure.detail)?.[0] ?? '') : ''
  const mark = code && ` (${code})`
  return `Zalo không trả lời được câu này${mark}. Anh/chị báo người trực hệ thống.`
}
