import { LARGEST_PICTURE_BYTES, pictureIn } from '../../conversation/picture.ts'
import type { DeskRefusal, HandOverDesk, TalkLine, WaitingTalk } from '../../hand-over/hand-over-desk.ts'
import { replyUntil } from '../../hand-over/reply-window.ts'
import type { Page, Pages } from '../../pages/page.ts'
import type { SignedIn } from '../../staff/account.ts'
import { askAbout, type AskParts, nameOf } from './ask-platform.ts'
import { type Area, area, done, Refused } from './call.ts'
import { handOversContract } from './hand-overs-contract.ts'
import { idIn } from './path-id.ts'

export interface HandOverParts extends AskParts {
  readonly desk: HandOverDesk
  readonly pages: Pages
  /** What somebody said with everything left out that could be personal. */
  readonly mask: (said: string) => string
}

const TOO_LARGE =
  'Ảnh lớn hơn 1 MB: Zalo không nhận. Anh/chị chụp lại màn hình, hoặc giảm cỡ ảnh rồi chọn lại.'
const NO_PICTURE = 'Tệp này không phải ảnh JPG hay PNG còn nguyên vẹn. Anh/chị chọn ảnh khác.'
const HOUR_MS = 3_600_000
const GONE = 'Cuộc trò chuyện này đã kết thúc, hoặc không có.'
const refusals: Readonly<Record<DeskRefusal, string>> = {
  over: GONE,
  taken: 'Một đồng nghiệp đang giữ cuộc trò chuyện này.',
  'too-long': 'Tin trống, hoặc dài quá 2.000 chữ.',
}

/** Waiting people, and what staff say to them. Someone of a province has the talks of its pages. */
export function handOversArea(parts: HandOverParts): Area {
  const { desk, audit, clock } = parts
  return area(handOversContract, {
    'GET /hand-overs': async ({ who }) => ({
      now: clock.now(),
      talks: (await talksOf(parts, who)).map((one) => shown(parts, one, who)),
    }),
    'GET /hand-overs/:id': async ({ params, who }) => {
      const talk = await talkOf(parts, who, params)
      return {
        now: clock.now(),
        talk: shown(parts, talk, who),
        lines: masked(parts, await desk.lines(talk.id)),
      }
    },
    'POST /hand-overs/:id/reveal': async ({ params, body: { reason }, who }) => {
      const talk = await talkOf(parts, who, params)
      const { id } = talk
      await audit.write({ actor: who.login, action: 'hand-over.reveal', subject: id, after: { reason } })
      const [lines, name] = await Promise.all([desk.lines(id), nameOf(parts, talk, who)])
      return { lines: [...lines], name }
    },
    'POST /hand-overs/:id/ask': async ({ params, who }) =>
      askAbout(parts, await talkOf(parts, who, params), who),
    ...actsOf(parts),
  })
}

function actsOf(parts: HandOverParts) {
  const { desk } = parts
  return {
    'POST /hand-overs/:id/claim': async ({ params, who }: Asked) => {
      const { id } = await talkOf(parts, who, params)
      return settled(parts, await desk.claim(id, who.login), { id, who, did: 'claim' })
    },
    'POST /hand-overs/:id/reply': async ({
      params,
      body: { text },
      who,
    }: Asked & { body: { text: string } }) => {
      const { id } = await openTalkOf(parts, who, params)
      return settled(parts, await desk.reply(id, who.login, text), { id, who, did: 'reply' })
    },
    'POST /hand-overs/:id/picture': async ({ params, body, who }: Asked & { body: PictureBody }) => {
      const { id, channel } = await openTalkOf(parts, who, params)
      if (channel === 'bot-framework') throw new Refused(409, 'Kênh này chưa gửi được ảnh.')
      const what = { ...body, picture: pictureOf(body) }
      return settled(parts, await desk.show(id, who.login, what), { id, who, did: 'picture' })
    },
    'POST /hand-overs/:id/give-back': async ({ params, who }: Asked) => {
      const { id } = await talkOf(parts, who, params)
      return settled(parts, await desk.giveBack(id, who.login), { id, who, did: 'give-back' })
    },
  }
}

interface PictureBody {
  readonly picture: string
  readonly description: string
  readonly text: string
}

/** A whole PNG or JPEG by its own bytes, whatever it was called. */
function pictureOf({ picture }: PictureBody): Uint8Array {
  const bytes = Buffer.from(picture, 'base64')
  if (bytes.length > LARGEST_PICTURE_BYTES) throw new Refused(422, TOO_LARGE, 'picture')
  const whole = pictureIn(bytes)
  if (!whole) throw new Refused(422, NO_PICTURE, 'picture')
  return whole
}

/** Their talk, while the platform still takes something for them. */
async function openTalkOf(parts: HandOverParts, who: SignedIn, params: Asked['params']) {
  const talk = await talkOf(parts, who, params)
  if (parts.clock.now() > untilOf(parts, talk)) throw new Refused(409, tooLate(parts, talk))
  return talk
}

interface Asked {
  readonly params: { readonly id: string }
  readonly who: SignedIn
}

async function talksOf({ desk, pages }: HandOverParts, who: SignedIn): Promise<readonly WaitingTalk[]> {
  const all = await desk.open()
  if (who.province === undefined) return all
  return all.filter((one) => pages.find(one.channel, one.desk)?.province === who.province)
}

async function talkOf(parts: HandOverParts, who: SignedIn, params: { id: string }): Promise<WaitingTalk> {
  const id = idIn(params, GONE)
  const found = (await talksOf(parts, who)).find((one) => one.id === id)
  if (!found) throw new Refused(404, GONE)
  return found
}

function shown(parts: HandOverParts, talk: WaitingTalk, who: SignedIn) {
  const { id, channel, desk, state, askedAt, answerBy, heardAt, claimedBy } = talk
  return {
    ...{ id, channel, state, askedAt, answerBy, heardAt },
    voice: pageOf(parts, talk)?.voice ?? desk,
    replyUntil: untilOf(parts, talk),
    isMine: claimedBy === who.login,
    holder: claimedBy,
  }
}

function pageOf({ pages }: HandOverParts, { channel, desk }: WaitingTalk): Page | undefined {
  return pages.find(channel, desk)
}

function untilOf(parts: HandOverParts, talk: WaitingTalk): Date {
  const page = pageOf(parts, talk)
  const isGranted = page?.channel === 'messenger' && page.keys.humanAgent === 'granted'
  return replyUntil(talk.channel, talk.heardAt, isGranted)
}

function tooLate(parts: HandOverParts, talk: WaitingTalk): string {
  const hours = (untilOf(parts, talk).getTime() - talk.heardAt.getTime()) / HOUR_MS
  const time = hours > 48 ? `${hours / 24} ngày` : `${hours} giờ`
  return `Đã quá ${time} từ tin cuối của bà con: nền tảng không cho nhắn nữa. Anh/chị gọi điện nếu bà con đã để lại số, hoặc chờ bà con nhắn lại.`
}

function masked({ mask }: HandOverParts, lines: readonly TalkLine[]) {
  return lines.map(({ text, ...line }) => ({ ...line, text: line.by === 'citizen' ? mask(text) : text }))
}

interface Did {
  readonly id: string
  readonly who: SignedIn
  readonly did: 'claim' | 'reply' | 'picture' | 'give-back'
}

/** Who took, answered or gave back which talk is in the audit; words and pictures are not. */
async function settled({ audit }: HandOverParts, how: 'done' | DeskRefusal, { id, who, did }: Did) {
  if (how !== 'done') throw new Refused(how === 'over' ? 404 : 409, refusals[how])
  await audit.write({ actor: who.login, action: `hand-over.${did}`, subject: id })
  return done
}
