import { sql } from 'kysely'
import type { Figures } from '../../watch/watch.ts'
import type { ChannelName, Clock, DataRequests, Inbox, Observer } from '../../ports.ts'
import type { HandOverDesk } from '../../hand-over/hand-over-desk.ts'
import type { HandOverStore, Outbox, PersonalData, Queues, TurnStore } from '../../work-ports.ts'
import type { DeskNotices } from '../../staff/notices.ts'
import type { Operations } from '../../staff/operations.ts'
import type { StaffStorePorts } from '../../staff/ports.ts'
import { knowledgeSide, type KnowledgeSide } from './knowledge-side.ts'
import { backUp } from './backups.ts'
import type { Backing } from './database/backing.ts'
import { openDataRequests } from './data-requests.ts'
import { type DeadLetters, openDeadLetters } from './dead-letters.ts'
import { migrate } from './database/migrate.ts'
import { Ears } from './ears.ts'
import { figures } from './figures.ts'
import { forgetOld } from './forget-old.ts'
import { openHandOvers } from './hand-overs.ts'
import { openInbox } from './inbox.ts'
import { openJobBox, type JobBox } from './job-box.ts'
import { leadSide, type LeadSide } from './lead-side.ts'
import { alwaysOpen } from '../../leads/deadlines.ts'
import type { GiveOnParts, PageName } from './leads/give-on.ts'
import { openOperations } from './operations.ts'
import { Pen, withPen } from './pen.ts'
import { openObserver } from './observer.ts'
import { openBacking, type StorePlace } from './open-backing.ts'
import { openOutbox } from './outbox.ts'
import { openDeskNotices } from './desk-notices.ts'
import { hurry } from './hurry.ts'
import { openPageStore, type PageStore } from './page-store.ts'
import { People } from './people.ts'
import { openPersonalData } from './privacy/personal-data-store.ts'
import type { Db } from './database/schema.ts'
import { openVault } from './sealing/open-vault.ts'
import type { Vault } from './sealing/vault.ts'
import { parsePiiKeys } from './sealing/pii-key.ts'
import { openStaff } from './staff/open-staff.ts'
import { openTurnStore } from './turn-store.ts'
import { wakeWaiting } from './wake-waiting.ts'
import { openZaloQuotas, type ZaloQuotas } from './zalo-quotas.ts'
import { openZaloConsents, type ZaloConsents } from './zalo-consents.ts'
import { ZaloTokens } from './zalo-tokens.ts'

export interface StoreOptions {
  readonly piiKey: string
  readonly clock: Clock
  /** A talk nobody has continued for so many days is forgotten: what the privacy page promises. */
  readonly retentionDays: number
  /** Hears of trouble inside the queue. */
  readonly failed: (error: Error) => void
}

/** Everything that must not be lost, behind ports. */
export interface Store extends LeadSide, KnowledgeSide {
  readonly inbox: Inbox
  readonly observer: Observer
  readonly dataRequests: DataRequests
  readonly turns: TurnStore
  readonly outbox: Outbox
  readonly handOvers: HandOverStore
  readonly handOverDesk: HandOverDesk
  readonly queues: Queues
  readonly pages: PageStore
  readonly deadLetters: DeadLetters
  readonly personalData: PersonalData
  readonly staff: StaffStorePorts
  readonly operations: Operations
  readonly deskNotices: DeskNotices
  zaloTokens(oa: string): ZaloTokens
  readonly zaloConsents: ZaloConsents
  readonly zaloQuotas: ZaloQuotas
  /** Gives everyone with something waiting a job: at a start. */
  wake(): Promise<void>
  /** What held up a whole page is over: what waits for a later time may go now. Answers to how many people. */
  hurry(channel: ChannelName, desk: string): Promise<number>
  answers(): Promise<boolean>
  /** What waits and what is in trouble, counted now. */
  figures(): Promise<Figures>
  /** Every few minutes: old rows go, and PGlite is vacuumed. */
  tidy(): Promise<void>
  /** One dump under DATA_DIR/backups; undefined on a server. */
  backUp(): Promise<string | undefined>
  /** When the desks of pages are open; until then, always. Leads' deadlines are counted in these hours. */
  useOffices(officeFor: GiveOnParts['officeFor']): void
  close(): Promise<void>
}

/** Opens the store, its tables brought up to date. */
export async function openStore(place: StorePlace, options: StoreOptions): Promise<Store> {
  return storeOrClose(await openBacking(place), options)
}

/** The store on a database that was just opened for it, and is closed again when that fails. */
export async function storeOrClose(backing: Backing, options: StoreOptions): Promise<Store> {
  try {
    return await storeOn(backing, options)
  } catch (error) {
    await backing.close()
    throw error
  }
}

/** The store on a database that is open. */
export async function storeOn(
  backing: Backing,
  { piiKey, clock, failed, retentionDays }: StoreOptions,
): Promise<Store> {
  const { db } = backing
  await migrate(db)
  const vault = await openVault(db, parsePiiKeys(piiKey))
  const ears = new Ears(clock)
  const jobs = await openJobBox(backing, (error) => {
    ears.wereShut()
    failed(error)
  })
  const offices: { of: GiveOnParts['officeFor'] } = { of: () => alwaysOpen }
  const officeFor = (page: PageName) => offices.of(page)
  const pen = new Pen(db)
  const parts = { db, vault, jobs, clock, ears, pen, officeFor, people: new People(db, vault) }
  return {
    ...portsOn(parts),
    ...upkeepOf(backing, pen, { clock, retentionDays }),
    useOffices: (officeOf) => void (offices.of = officeOf),
    async close() {
      await jobs.close()
      await backing.close()
    },
  }
}

interface StoreParts {
  readonly db: Db
  readonly vault: Vault
  readonly jobs: JobBox
  readonly clock: Clock
  readonly people: People
  readonly ears: Ears
  readonly pen: Pen
  readonly officeFor: GiveOnParts['officeFor']
}

/** What the program reads and writes: one line a port. */
function portsOn(parts: StoreParts) {
  const dataRequests = openDataRequests(parts)
  return {
    ...leadSide(parts),
    ...withPen(parts.pen, { inbox: openInbox(parts), turns: openTurnStore(parts) }),
    observer: openObserver(parts, dataRequests),
    dataRequests,
    outbox: openOutbox(parts),
    ...openHandOvers(parts),
    queues: parts.jobs,
    pages: openPageStore(parts),
    zaloTokens: (oa: string) => new ZaloTokens(parts, oa),
    zaloQuotas: openZaloQuotas(parts),
    zaloConsents: openZaloConsents(parts),
    deadLetters: openDeadLetters(parts),
    personalData: openPersonalData(parts),
    staff: openStaff(parts),
    operations: openOperations(parts),
    deskNotices: openDeskNotices(parts),
    ...knowledgeSide(parts),
    wake: () => wakeWaiting(parts),
    hurry: (channel: ChannelName, desk: string) => hurry(parts, channel, desk),
    figures: () => figures(parts),
  }
}

/** What keeps it in order. */
function upkeepOf(
  backing: Backing,
  pen: Pen,
  { clock, retentionDays }: Pick<StoreOptions, 'clock' | 'retentionDays'>,
) {
  return {
    answers: () => answers(backing, pen),
    async tidy() {
      await forgetOld(backing.db, clock, retentionDays)
      await backing.tidy()
    },
    backUp: () => backUp(backing, clock.now()),
  }
}

async function answers({ db }: Backing, pen: Pen): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return await pen.writes()
  } catch {
    return false
  }
}
