import { join } from 'node:path'
import type { AskPlatform } from './asking-ports.ts'
import { argonHasher } from './adapters/credentials/password-hasher.ts'
import { totpFactor } from './adapters/credentials/second-factor.ts'
import { agentParts, deskParts, leadsParts, strangeCallersParts } from './app-agents.ts'
import { numbersParts } from './app-numbers.ts'
import { openDecreeDesk } from './app-decrees.ts'
import { sheetParts } from './app-sheets.ts'
import { openWorkshop } from './workshop/open-workshop.ts'
import type { LiveKnowledge } from './app-knowledge.ts'
import type { AnswerDesk } from './answers/desk.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { Shared } from './app-shared.ts'
import type { Config } from './config.ts'
import { areas } from './console/api/areas.ts'
import type { HandOverParts } from './console/api/hand-overs.ts'
import type { OperationsParts } from './console/api/operations.ts'
import type { QuestionParts } from './console/api/questions.ts'
import { apiRouter } from './console/api/router.ts'
import { pageRoutes } from './console/page-routes.ts'
import { federationRoutes } from './console/sign-in/federation-routes.ts'
import type { Mounted } from './http/server.ts'
import { invitationPath } from './http/zalo-consent.ts'
import type { Pages } from './pages/page.ts'
import { dataRequestDues } from './policy/data-request-dues.ts'
import { maskPerson } from './questions/mask-person.ts'
import type { AgentNotifier, Clock } from './ports.ts'
import type { Federation, Mailer } from './staff/ports.ts'

export interface ConsoleParts {
  readonly config: Config
  readonly root: string
  readonly store: Store
  readonly shared: Shared
  readonly notifier: AgentNotifier
  readonly asking: AskPlatform
  readonly clock: Clock
  readonly pages: Pages
  readonly live: LiveKnowledge
  readonly alarm: (what: string, detail: Readonly<Record<string, string>>) => void
}

/** The console and the agent's app: their API, their pages, and the organisation's own sign-in where configured. */
export async function openConsole(parts: ConsoleParts): Promise<readonly Mounted[]> {
  const { config, root, store, shared } = parts
  const { accounts, sessions } = store.staff
  const cookie = { secure: config.PUBLIC_URL.startsWith('https:') }
  const publicUrl = config.PUBLIC_URL
  const federation = await openFederation(config)
  const signIn = {
    ...store.staff,
    ...{ notifier: parts.notifier, mailer: await openMailer(parts), federation, publicUrl },
    hasher: argonHasher(),
    factor: totpFactor(parts.clock),
    limits: shared.signIn,
  }
  const { answers, decrees } = await knowledgeDesks(parts)
  const known = { ...parts, places: () => parts.live.now().places, policy: () => parts.live.now().policy }
  const api = apiRouter({
    areas: areas({
      signIn,
      answers,
      decrees,
      staff: store.staff,
      operations: operationsParts(parts),
      strangeCallers: strangeCallersParts(known),
      ...{ desk: deskParts(known), leads: leadsParts(known) },
      ...{ handOvers: handOverParts(parts), questions: questionParts(parts, answers) },
      numbers: numbersParts({ ...known, answers }),
      sheets: sheetParts({ ...known, answers }),
      ...agentParts(known),
    }),
    signedIn: (token) => sessions.find(token),
    cookie,
    limit: shared.apiLimit,
  })
  const office = federation && federationRoutes({ federation, accounts, sessions, cookie, publicUrl })
  return [
    { at: '/api', router: api },
    ...(office ? [{ at: '/co-quan', router: office }] : []),
    { at: '/', router: pageRoutes(join(root, 'dist', 'console')) },
  ]
}

/** Answers and numbers of the law, checked and tried in one thread beside. */
async function knowledgeDesks(parts: ConsoleParts) {
  const { openAnswerDesk } = await import('./app-answers.ts') // after the bots: it reads the journeys
  const workshop = openWorkshop(parts.root)
  const answers = openAnswerDesk({ ...parts, workshop })
  return { answers, decrees: openDecreeDesk({ ...parts, workshop }, answers.today) }
}

function operationsParts({ config, store, live, pages, clock }: ConsoleParts): OperationsParts {
  return {
    ...{ clock, operations: store.operations, dataRequests: store.dataRequests },
    figures: () => store.figures(),
    dues: (asked) => dataRequestDues(asked, live.now().policy),
    pages: () => pages.all(),
    ...{ letters: store.deadLetters, audit: store.staff.audit },
    askConsent: async (oa) => config.PUBLIC_URL + invitationPath(await store.zaloConsents.ask(oa)),
  }
}

function questionParts({ store, pages, clock, live }: ConsoleParts, answers: AnswerDesk): QuestionParts {
  const ask = (text: string) => live.now().finder.ask(text)
  return { answers, pages, clock, questions: store.questions, ask }
}

function handOverParts({ store, pages, clock, live, asking, shared }: ConsoleParts): HandOverParts {
  const mask = (said: string) => maskPerson(said, live.now().knownWords)
  const { askLimit } = shared
  return { desk: store.handOverDesk, audit: store.staff.audit, pages, clock, mask, asking, askLimit }
}

/** Only where it is configured: its package takes its time to load. */
async function openFederation(config: Config): Promise<Federation | undefined> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  const { openIdFederation } = await import('./adapters/openid/openid-federation.ts')
  return openIdFederation({ issuer, clientId, clientSecret, redirect: `${config.PUBLIC_URL}/co-quan/xong` })
}

async function openMailer({ config, alarm }: ConsoleParts): Promise<Mailer | undefined> {
  const { SMTP_URL: url, MAIL_FROM: from } = config
  if (url === undefined || from === undefined) return undefined
  const { smtpMailer } = await import('./adapters/mail/smtp-mailer.ts')
  return smtpMailer(url, from, (why) => alarm('e-mail not sent', { why }))
}
