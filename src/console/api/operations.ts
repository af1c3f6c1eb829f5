import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import type { DataRequestDues } from '../../policy/data-request-dues.ts'
import type { Day } from '../../policy/values.ts'
import type { ChannelName, Clock, DataRequests } from '../../ports.ts'
import type { LetterBox, Operations } from '../../staff/operations.ts'
import type { Figures } from '../../watch/watch.ts'
import type { AuditLog } from '../../staff/ports.ts'
import { type Area, area, done, Refused } from './call.ts'
import { operationsContract } from './operations-contract.ts'
import { idIn } from './path-id.ts'

export interface OperationsParts {
  readonly figures: () => Promise<Figures>
  readonly operations: Operations
  readonly dataRequests: Pick<DataRequests, 'open'>
  readonly dues: (asked: Day) => DataRequestDues
  readonly pages: () => readonly {
    readonly channel: ChannelName
    readonly id: string
    readonly voice: string
  }[]
  readonly letters: LetterBox
  /** Answers a link for the administrator of that Official Account. */
  readonly askConsent: (oa: string) => Promise<string>
  readonly audit: Pick<AuditLog, 'write'>
  readonly clock: Clock
}

const MOST_LETTERS = 100
const NO_LETTER = 'Tin này không còn ở đây: có thể đã được đưa lại vào hàng.'
const NO_PAGE = 'Chưa có Official Account này.'

/** The running program, for whoever looks after it. */
export function operationsArea(parts: OperationsParts): Area {
  return area(operationsContract, {
    'GET /operations': async () => {
      const { waiting, oldestWaitingSeconds, oldestOutboxSeconds, outbox, tokens } = await parts.figures()
      return {
        ...{ waiting, oldestWaitingSeconds, oldestOutboxSeconds, tokens: [...tokens] },
        outboxWaiting: (outbox['waiting'] ?? 0) + (outbox['sending'] ?? 0),
        pages: await pagesNow(parts),
        quotas: [...(await parts.operations.quotas())],
        failed: [...(await parts.operations.failedSends())],
        requests: await requestsNow(parts),
      }
    },
    'GET /operations/letters': async () => ({
      most: MOST_LETTERS,
      letters: [...(await parts.letters.list(MOST_LETTERS))],
    }),
    'POST /operations/letters/:id/replay': async ({ params, who }) => {
      const id = idIn(params, NO_LETTER)
      if (!(await parts.letters.replay(id))) throw new Refused(404, NO_LETTER)
      await parts.audit.write({ actor: who.login, action: 'letter.replay', subject: id })
      return done
    },
    'POST /operations/consents': async ({ body: { oa }, who }) => {
      if (!parts.pages().some(({ channel, id }) => channel === 'zalo' && id === oa))
        throw new Refused(404, NO_PAGE, 'oa')
      await parts.audit.write({ actor: who.login, action: 'consent.ask', subject: oa })
      return { link: await parts.askConsent(oa) }
    },
  })
}

/** Every page we speak for, also one that has been silent for a day. */
async function pagesNow({ pages, operations }: OperationsParts) {
  const traffic = await operations.traffic()
  return pages().map(({ channel, id, voice }) => {
    const seen = traffic.find((one) => one.channel === channel && one.desk === id)
    return { channel, desk: id, voice, lastAt: seen?.lastAt, messages: seen?.messages ?? 0 }
  })
}

async function requestsNow({ dataRequests, dues, clock }: OperationsParts) {
  const today = dayInVietNam(clock.now())
  return (await dataRequests.open()).map(({ code, source, askedAt }) => {
    const { firstReplyBy, doneBy } = dues(dayInVietNam(askedAt))
    return { code, source, askedAt, firstReplyBy, doneBy, isLate: doneBy < today }
  })
}
