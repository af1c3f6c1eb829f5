import type { Citizen } from './citizen.ts'
import type { Outside } from './outside.ts'
import type { Records } from './records.ts'

export type Facts = Readonly<Record<string, number | string>>

/** What there was of everything, for whoever reads the tally: nothing in here is right or wrong. */
export function factsOf(
  outside: Outside,
  citizens: readonly Citizen[],
  records: Records,
  lastedMs: number,
): Facts {
  const posted = outside.zalo.webhooks.tally.posted + outside.messenger.webhooks.tally.posted
  const notices = outside.zalo.notices()
  return {
    people: citizens.length,
    messages: records.answered.length,
    'webhooks posted': posted,
    'replies on phones': records.outbox.filter(({ state }) => state === 'sent').length,
    leads: records.leads.length,
    'notices to agents': notices.length,
    'notices that came twice': notices.length - new Set(notices.map(({ data }) => data['code'])).size,
    seconds: Math.round(lastedMs / 1_000),
    ...counted(
      records.outbox.flatMap(({ state, failure }) =>
        state === 'sent' ? [] : `not sent: ${state}, ${failure}`,
      ),
    ),
  }
}

/** Which part of the messages each worker answered: 0 … 1, by name. */
export function sharesOf({ answered }: Records): Readonly<Record<string, number>> {
  const by = counted(answered.map(({ app }) => app || 'the one process'))
  return Object.fromEntries(Object.entries(by).map(([app, n]) => [app, n / answered.length]))
}

/** What the programs wrote to their logs (errors only), by message. */
export function loggedIn(logs: readonly string[]): Readonly<Record<string, number>> {
  const lines = logs.flatMap((log) => log.split('\n').filter((line) => line.startsWith('{')))
  return counted(lines.map((line) => `logged: ${messageOf(line)}`))
}

function messageOf(line: string): string {
  try {
    const {
      msg = '',
      detail = '',
      why = '',
      error = '',
    } = JSON.parse(line) as Readonly<Record<string, string>>
    return [msg, detail, why, error].filter(Boolean).join(', ')
  } catch {
    return 'half a line'
  }
}

function counted(all: readonly string[]): Readonly<Record<string, number>> {
  const by = new Map<string, number>()
  for (const one of all) by.set(one, (by.get(one) ?? 0) + 1)
  return Object.fromEntries(by)
}
