import type { AnswerDesk } from '../../answers/desk.ts'
import type { NotDone, Step } from '../../answers/ports.ts'
import { maySign, type Revision } from '../../answers/revision.ts'
import type { SignedIn } from '../../staff/account.ts'
import type { answersContract } from './answers-contract.ts'
import { asText, cloned, currentOf, isMoved, shown } from './answer-views.ts'
import { checker, getReady, mustPass, type Check } from './draft-gate.ts'
import { newText } from './new-answer.ts'
import { done, type Handlers, Refused } from './call.ts'

type DraftKey = Extract<keyof typeof answersContract, `${string} /answer-drafts${string}`>

const refusals: Readonly<Record<NotDone, readonly [404 | 409, string]>> = {
  gone: [404, 'Không có bản này.'],
  stale: [409, 'Người khác vừa sửa bản này. Anh/chị so hai bản rồi lưu lại.'],
  moved: [409, 'Trong lúc soạn, một bản khác của câu này đã được xuất bản. Anh/chị so hai bản rồi gửi lại.'],
  own: [409, 'Người đã viết không tự duyệt. Cần một người khác duyệt bản này.'],
  'wrong-state': [409, 'Bản này đã qua bước khác. Anh/chị tải lại trang.'],
}

type All = Handlers<typeof answersContract>
type StepKey = Extract<DraftKey, `POST /answer-drafts/:id/${string}`>

/** A draft's way: begun, saved, checked, sent, signed. */
export function draftHandlers(desk: AnswerDesk): Pick<All, DraftKey> {
  return {
    'GET /answer-drafts': async () => ({
      drafts: (await desk.revisions.open()).map((one) => ({ ...one, authors: [...one.authors] })),
    }),
    'POST /answer-drafts': async ({ body, who }) => ({ id: (await begin(desk, body, who)).id }),
    'GET /answer-drafts/:id': async ({ params, who }) => {
      const draft = await draftOf(desk, params.id)
      if (draft.state === 'draft' || draft.state === 'submitted') void getReady(desk)
      const served = cloned(currentOf(desk, draft.entry))
      return {
        ...{ draft: shown(draft), served, related: titlesOf(desk, draft.text.related) },
        isMoved: isMoved(desk, draft),
        maySign: maySign(draft, who.login),
      }
    },
    'PUT /answer-drafts/:id': async ({ params, body: { version, name, text, onto }, who }) => {
      const { id, entry } = await draftOf(desk, params.id)
      const base = onto ? { onto: currentOf(desk, entry) } : {}
      const change = { name, text: { ...asText(text), id: entry }, ...base }
      return { draft: shown(settled(await desk.revisions.save({ id, version }, change, who.login))) }
    },
    ...stepHandlers(desk, checker(desk)),
  }
}

function stepHandlers(desk: AnswerDesk, check: Check): Pick<All, StepKey> {
  const step = async (id: string, version: number, taken: Step, { login }: SignedIn) => {
    settled(await desk.revisions.step({ id: Number(id), version }, taken, login))
    return done
  }
  return {
    'POST /answer-drafts/:id/check': async ({ params }) =>
      cloned(await check(await draftOf(desk, params.id))),
    'POST /answer-drafts/:id/submit': async ({ params, body, who }) => {
      await mustPass(check, await draftOf(desk, params.id))
      return step(params.id, body.version, { do: 'submit' }, who)
    },
    'POST /answer-drafts/:id/return': ({ params, body: { version, note }, who }) =>
      step(params.id, version, { do: 'return', note }, who),
    'POST /answer-drafts/:id/approve': async ({ params, body: { version, publishAt }, who }) => {
      const draft = await draftOf(desk, params.id)
      if (!maySign(draft, who.login)) settled('own')
      if (isMoved(desk, draft)) settled('moved')
      const at = publishAt === undefined ? undefined : new Date(publishAt)
      await mustPass(check, draft, at)
      await step(params.id, version, { do: 'approve', publishAt: at }, who)
      await desk.published()
      return done
    },
    'POST /answer-drafts/:id/reopen': ({ params, body, who }) =>
      step(params.id, body.version, { do: 'reopen' }, who),
    'POST /answer-drafts/:id/drop': ({ params, body, who }) =>
      step(params.id, body.version, { do: 'drop' }, who),
  }
}

function titlesOf(desk: AnswerDesk, ids: readonly string[]) {
  const { texts } = desk.answers()
  return texts.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }))
}

async function draftOf(desk: AnswerDesk, id: string): Promise<Revision> {
  const found = /^\d{1,12}$/.test(id) ? await desk.revisions.find(Number(id)) : undefined
  return found ?? settled('gone')
}

function settled(made: Revision | NotDone): Revision {
  if (typeof made !== 'string') return made
  throw new Refused(...refusals[made])
}

/** A draft of what is served now, or of a new answer with that title. */
async function begin(
  desk: AnswerDesk,
  { entry, title }: { readonly entry?: string | undefined; readonly title?: string | undefined },
  { login }: SignedIn,
): Promise<Revision> {
  if (entry === undefined) {
    if (title === undefined || title.length < 5) throw new Refused(422, 'Anh/chị ghi tên câu hỏi.', 'title')
    const text = newText(title, desk)
    return desk.revisions.begin({ entry: text.id, name: 'Câu mới', text, base: undefined }, login)
  }
  const text = currentOf(desk, entry)
  if (!text) throw new Refused(404, 'Không có câu trả lời này.')
  return desk.revisions.begin(
    { entry, name: `Sửa ngày ${desk.today().split('-').reverse().join('/')}`, text, base: text },
    login,
  )
}
