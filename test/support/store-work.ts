import type { LeadDraft, ConsentGiven, Effect } from '../../src/conversation/effect.ts'
import type { Bot, TurnInput } from '../../src/conversation/turn.ts'
import { OfficeTime } from '../../src/hand-over/office-time.ts'
import type { Channel, ChannelName, InboundMessage, Notice, Sent } from '../../src/ports.ts'
import type { Notifier, WorkParts, WorkStore } from '../../src/work/work-parts.ts'

let counted = 0

/** A desk that never shuts. */
const alwaysOpen = new OfficeTime(Array(7).fill([{ from: 0, until: 24 * 60 }]), {
  ...{ label: '', checked: '2026-11-27', checkBy: '2027-01-15', knownUntil: '2027-12-31' },
  closed: [],
})

/** A typed message of its own: nobody sent it before. */
export function typed(
  user: string,
  text: string,
  at = new Date(),
  channel: ChannelName = 'zalo',
): InboundMessage {
  counted += 1
  return {
    from: { channel, desk: 'trang', id: user },
    messageId: `tin-${process.pid}-${counted}`,
    sentAt: at,
    said: { kind: 'words', text },
  }
}

export const noBody = Buffer.from('{}')

export function wordsOf({ heard }: TurnInput): string {
  return heard.map(({ said }) => (said.kind === 'words' ? said.text : said.kind)).join('+')
}

/** Numbers its turns in the session and repeats what it heard; "xin gọi 09…" leaves a lead, "hỏng" breaks it. */
export function echoBot(): Bot {
  return {
    async runTurn(input) {
      const said = wordsOf(input)
      if (said.includes('hỏng')) throw new TypeError('a bug')
      const turn = Number(input.session ?? '0') + 1
      return {
        session: String(turn),
        replies: [{ text: `${turn}: ${said}`, buttons: [] }],
        effects: effectsOf(said),
        notes: [],
      }
    },
    sayPromise: ({ leadCode, caller }) => [
      { text: `phiếu ${leadCode} ${'name' in caller ? caller.name : 'cán bộ tỉnh'} gọi`, buttons: [] },
    ],
    askRating: () => [{ text: 'thấy thế nào', buttons: [] }],
    sayAboutLead: (what) => [{ text: `phiếu: ${what}`, buttons: [] }],
    sayFound: (found) => [
      { text: `tra: ${found.kind} ${'verdict' in found ? found.verdict : ''}`.trim(), buttons: [] },
    ],
    sayNotKept: (why) => [{ text: `không ghi: ${why.kind === 'known' ? why.kind : why.why}`, buttons: [] }],
    sayHandOver: ({ shut }) => [{ text: shut ? 'cán bộ nghỉ' : 'cán bộ sẽ nhắn', buttons: [] }],
    sayHeld: ({ leads }) => [{ text: `giữ ${leads.length} phiếu`, buttons: [] }],
    sayRequested: ({ kind, code }) => [{ text: `${kind} ${code}`, buttons: [] }],
    saySorry: () => ({ text: 'xin lỗi', buttons: [] }),
  }
}

function effectsOf(said: string): readonly Effect[] {
  const phone = /xin gọi (\d+)/.exec(said)?.[1]
  return phone === undefined
    ? []
    : [{ do: 'capture-lead', lead: draft({ phone: `+84${phone.slice(1)}` }), consents: [consent] }]
}

export const consent: ConsentGiven = {
  purpose: 'call-back',
  by: 'self',
  textVersion: '2026-11',
  textHash: 'a'.repeat(64),
  how: 'words',
  given: 'bác đồng ý',
}

export function draft(changes: Partial<LeadDraft> = {}): LeadDraft {
  return {
    forWhom: 'self',
    contact: 'writer',
    worry: undefined,
    persona: undefined,
    addressAs: 'cô Lan',
    phone: '+84912345678',
    commune: { code: '16681', name: 'Phường Thành Vinh', province: '40' },
    programme: 'voluntary',
    bestTime: 'morning',
    explained: ['Mức đóng thấp nhất'],
    ...changes,
  }
}

/** A channel that keeps what it was given, and answers what it is told to (then: sent). */
export function fakeChannel(name: ChannelName = 'zalo', ...answers: Sent[]) {
  const said: { readonly to: string; readonly text: string; readonly id: string }[] = []
  const channel: Channel = {
    name,
    limits: { textLength: 2000, buttons: 5, buttonLength: 100 },
    receive: () => ({ kind: 'refused', why: 'not used here' }),
    async send(to, reply, id) {
      const answer = answers.shift() ?? { kind: 'sent', platformId: `p-${id}` }
      if (answer.kind === 'sent') said.push({ to: to.id, text: reply.text, id })
      return answer
    },
  }
  return {
    channel,
    said,
    textsTo: (user: string) => said.filter(({ to }) => to === user).map(({ text }) => text),
  }
}

/** Phones of agents: keeps every notice, and answers what it is told to (then: sent). */
export function fakeNotifier(...answers: Sent[]) {
  const told: Notice[] = []
  const notifier: Notifier = {
    async tell(notice) {
      told.push(notice)
      return answers.shift() ?? { kind: 'sent', platformId: 'n' }
    },
    async tellCitizen({ phone = '', ...notice }) {
      told.push({ ...notice, phone })
      return answers.shift() ?? { kind: 'sent', platformId: 'n' }
    },
  }
  return { notifier, told }
}

export function workParts(
  store: WorkStore,
  { bot = echoBot(), ...changes }: Partial<WorkParts> & { readonly bot?: Bot } = {},
): WorkParts & { alarms: string[] } {
  const alarms: string[] = []
  return {
    store,
    botFor: () => bot,
    officeFor: () => alwaysOpen,
    patience: { answerMinutes: 30, quietHours: 12 },
    channels: [fakeChannel('zalo').channel, fakeChannel('messenger').channel],
    notifier: fakeNotifier().notifier,
    clock: { now: () => new Date() },
    verifyLimit: { take: async () => 'ok' },
    publicUrl: 'https://an-sinh.vn',
    mask: (text) => text,
    alarm: (what) => void alarms.push(what),
    alarms,
    ...changes,
  }
}
