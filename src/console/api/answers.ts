import { hintsFor } from '../../answers/hints.ts'
import { listAnswers } from '../../answers/list-answers.ts'
import type { AnswerDesk } from '../../answers/desk.ts'
import { isServed } from '../../answers/overlay.ts'
import { inSlices } from '../../in-slices.ts'
import type { Day } from '../../policy/values.ts'
import { answersContract } from './answers-contract.ts'
import { draftHandlers } from './answer-drafts.ts'
import { asText, cloned, plain, shown } from './answer-views.ts'
import { type Area, area, done, Refused } from './call.ts'
import { fileWatch } from './moved-files.ts'
import { answerWords } from './answer-words.ts'

const PAGE = 50

/** Answers and their revisions. Who may do what beyond the role (never signing one's own) is decided by the store. */
export function answersArea(desk: AnswerDesk): Area {
  const moved = fileWatch(desk)
  return area(answersContract, {
    'GET /answers': async ({ query }) => ({ ...(await list(desk, query)), moved: [...(await moved())] }),
    'GET /answers/:id': ({ params }) => one(desk, params.id),
    'POST /answers/:id/roll-back': async ({ params, body, who }) => {
      const rolled = await desk.revisions.rollBack(params.id, body.to ?? undefined, who.login)
      const isHere = desk.answers().texts.some(({ id }) => id === params.id)
      if (rolled === 'gone' || !isHere) throw new Refused(404, 'Không có bản này để quay lại.')
      await desk.published()
      return done
    },
    'GET /answer-words': async () => answerWords(desk),
    ...draftHandlers(desk),
    'POST /answer-preview': async ({ body: { text, on = desk.today() } }) => {
      const shown = await desk.preview(asText(text), on as Day)
      return {
        zalo: shown.zalo.map(plain),
        messenger: shown.messenger.map(plain),
        hints: [...hintsFor(asText(text), desk.world(desk.today()))],
      }
    },
    'POST /answer-try': async ({ body: { text, ...given } }) => {
      const { texts } = desk.answers()
      const draft = text && asText(text)
      const on = given.on as Day // the contract read a day
      const known = { texts, changes: desk.changes(), draft }
      const out = await desk.workshop.tryOut({ ...given, ...known, on, at: Date.now() })
      return {
        ...out,
        replies: out.replies.map(plain),
        steps: [...out.steps],
        why: out.why && cloned(out.why),
      }
    },
  })
}

async function list(desk: AnswerDesk, { page, changing, ...query }: ListQuery) {
  const from = performance.now()
  const { texts, revisions } = desk.answers()
  const today = desk.today()
  const { book } = desk.world(today)
  const open = await desk.revisions.open()
  const listed = await inSlices(
    listAnswers({ ...query, changing: changing === 'yes' }, { texts, open, today, book, found: desk.found }),
  )
  const revised = new Set(revisions.map(({ entry }) => entry))
  return {
    total: listed.length,
    served: texts.filter((text) => isServed(text, today)).length,
    answers: listed.slice(page * PAGE, (page + 1) * PAGE).map(({ text, ...more }) => {
      const { id, title, topics, programme, audience = [], owner, checked } = text
      return { ...more, id, title, topics, programme, audience, owner, checked, isRevised: revised.has(id) }
    }),
    ms: Math.round(performance.now() - from),
  }
}
type ListQuery = Omit<Parameters<typeof listAnswers>[0], 'changing'> & { page: number; changing: '' | 'yes' }

async function one(desk: AnswerDesk, id: string) {
  const { texts, revisions } = desk.answers()
  const text = texts.find((other) => other.id === id)
  const [{ revisions: all, publications }, drafts] = await Promise.all([
    desk.revisions.history(id),
    desk.revisions.openOf(id),
  ])
  if (!text && drafts.length === 0 && all.length === 0) throw new Refused(404, 'Không có câu trả lời này.')
  return {
    text: text && cloned(text),
    isServed: text !== undefined && isServed(text, desk.today()),
    current: revisions.find(({ entry }) => entry === id)?.id,
    file: cloned(desk.files().find((file) => file.id === id)),
    revisions: all.map(shown),
    publications: publications.map((time) => ({ ...time })),
    drafts: drafts.map(shown),
  }
}
