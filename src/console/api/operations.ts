import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import type { DataRequestDues } from '../../policy/data-request-dues.ts'
import type { Day } from '../../policy/values.ts'
import type { ChannelName, Clock, DataRequests } from '../../ports.ts'
import type { Operations } from '../../staff/operations.ts'
import type { Figures } from '../../watch/watch.ts'
import { type Area, area } from './call.ts'
import { operationsContract } from './operations-contract.ts'

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
  readonly clock: Clock
}

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
