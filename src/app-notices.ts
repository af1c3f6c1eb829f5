import { zaloAgentNotifier } from './adapters/notify/zalo-agent-notifier.ts'
import { zaloPersonNotifier } from './adapters/notify/zalo-person-notifier.ts'
import type { TokenSource } from './adapters/zalo/token-source.ts'
import type { Store } from './adapters/postgres/store.ts'
import { likelyVariants } from './adapters/zalo/variants.ts'
import { type ChannelParts, once, zaloPages } from './app-channel-parts.ts'
import type { ZaloPage } from './pages/page.ts'
import type { Notice, NoticeTemplate, Sent } from './ports.ts'
import type { CitizenNotice, Notifier } from './work/work-parts.ts'

/** Agents are told by the first Official Account that has a template for it; citizens by the one they wrote to, if it can. */
export function notifierOf(
  parts: Pick<ChannelParts, 'pages' | 'platforms' | 'clock'> & { readonly store: Pick<Store, 'zaloQuotas'> },
  tokensOf: (page: ZaloPage) => TokenSource,
): Notifier {
  const { pages, platforms, clock } = parts
  const { apiBase, templateBase, variants = likelyVariants } = platforms.zalo
  const { nights } = variants
  const byPhone = once((page: ZaloPage) =>
    zaloAgentNotifier({
      ...{ templateBase, tokens: tokensOf(page), templates: templatesOf(page), clock, nights },
      learn: (quota) => parts.store.zaloQuotas.note(page.id, quota).catch(() => undefined), // it went out all the same
    }),
  )
  const byId = once((page: ZaloPage) => {
    const templateId = page.keys.templateNewCallerById
    return templateId === undefined
      ? undefined
      : zaloPersonNotifier({ apiBase, tokens: tokensOf(page), templateId, clock, variants })
  })
  async function tell(notice: Notice): Promise<Sent> {
    const able = zaloPages(pages.all()).find((page) => templatesOf(page)[notice.template] !== undefined)
    return able ? byPhone(able).tell(notice) : noOfficialAccount
  }
  return {
    tell,
    async tellCitizen({ phone, ...notice }: CitizenNotice) {
      const page = zaloPages(pages.all()).find(
        ({ id }) => notice.to.channel === 'zalo' && notice.to.desk === id,
      )
      const sent = await (page && byId(page)?.tell(notice))
      if (sent && (isSettled(sent) || phone === undefined)) return sent
      return phone === undefined ? noWay : tell({ ...notice, phone })
    },
  }
}

/** It went out, may have, or waits: then no second way is tried. */
const isSettled = ({ kind }: Sent) => kind === 'sent' || kind === 'try-later'

function templatesOf({ keys }: ZaloPage): Readonly<Record<NoticeTemplate, string | undefined>> {
  const { templateNewLead, templateSignIn, templateNewCaller } = keys
  return { 'new-lead': templateNewLead, 'sign-in-code': templateSignIn, 'new-caller': templateNewCaller }
}

/** Each lead is kept all the same, and the province's desk is alarmed. */
const noOfficialAccount = {
  kind: 'our-fault',
  detail: 'no Official Account has a template to tell agents with',
} as const

const noWay = { kind: 'our-fault', detail: 'no template by id, and no phone was left' } as const
