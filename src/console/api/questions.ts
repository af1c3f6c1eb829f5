import type { AnswerDesk } from '../../answers/desk.ts'
import type { AnswerText } from '../../answers/revision.ts'
import { fold } from '../../conversation/fold.ts'
import type { Answer } from '../../faq/answer.ts'
import type { Pages } from '../../pages/page.ts'
import type { Clock } from '../../ports.ts'
import { asWayOfAsking } from '../../questions/group-questions.ts'
import type { SignedIn } from '../../staff/account.ts'
import type { QuestionStore } from '../../work-ports.ts'
import { inSlices } from '../../in-slices.ts'
import { currentOf } from './answer-views.ts'
import { type Area, area, Refused } from './call.ts'
import type { QueryOf } from './contract.ts'
import { newText } from './new-answer.ts'
import { type Asked, groupsOf, type Grouped } from './question-groups.ts'
import { questionsContract } from './questions-contract.ts'

export interface QuestionParts {
  readonly questions: QuestionStore
  readonly answers: Pick<AnswerDesk, 'answers' | 'today' | 'revisions'>
  readonly ask: (text: string) => Answer
  readonly pages: Pages
  readonly clock: Clock
}

/** So many of the newest are looked at: grouping them takes about a tenth of a second, a little at a time. */
const MOST = 1_000
const PAGE = 10
const NEAR = 3
const WEEK_MS = 7 * 24 * 3_600_000
const LONGEST_TITLE = 60

/** Questions that were not understood, answered beside the point or declined, grouped; and drafts begun from them. */
export function questionsArea(parts: QuestionParts): Area {
  return area(questionsContract, {
    'GET /questions': async ({ query }) => listed(parts, query),
    'POST /questions/draft': async ({ body: { phrases, entry }, who }) => {
      const asks = [...new Set(phrases.map(asWayOfAsking))].filter((one) => one.length >= 3)
      return { id: (await begin(parts, asks, entry, who)).id }
    },
  })
}

type Query = QueryOf<(typeof questionsContract)['GET /questions']>

async function listed(parts: QuestionParts, { weeks, why, programme, place, page }: Query) {
  const from = performance.now()
  const since = new Date(parts.clock.now().getTime() - Number(weeks) * WEEK_MS)
  const records = await parts.questions.list(why === 'not-ours' ? why : 'to-mend', MOST, since)
  const asked = records.map((one) => ({ ...one, place: placeOf(parts.pages, one) }))
  const wanted = asked.filter(
    (one) =>
      (programme === '' || one.programme === programme) &&
      (place === '' || one.place === place) &&
      (why === '' || why === 'not-ours' || (why === 'not-meant') === (one.verdict === 'not-meant')),
  )
  const groups = await inSlices(groupsOf(wanted))
  return {
    groups: await inSlices(withAnswers(parts, groups.slice(page * PAGE, (page + 1) * PAGE))),
    total: groups.length,
    questions: wanted.length,
    isCut: records.length === MOST,
    places: [...new Set(asked.map((one) => one.place))].toSorted(new Intl.Collator('vi').compare),
    ms: Math.round(performance.now() - from),
  }
}

/** Whose page it was asked on, and of which commune where the page has one. */
function placeOf(pages: Pages, { channel, desk }: Pick<Asked, 'channel' | 'desk'>): string {
  const page = pages.find(channel, desk)
  if (!page) return desk === '' ? 'Chưa ghi trang' : desk
  return page.commune === undefined ? page.voice : `${page.voice} (${page.commune})`
}

function* withAnswers(parts: QuestionParts, groups: readonly Grouped[]) {
  const all: ReturnType<typeof withAnswer>[] = []
  for (const group of groups) {
    all.push(withAnswer(parts, group))
    yield
  }
  return all
}

function withAnswer({ ask }: QuestionParts, group: Grouped) {
  const { kind, entries, shown, messageClass } = ask(group.phrases[0]?.words ?? '')
  const found = entries.map(({ entry: { id, title } }) => ({ id, title }))
  const isDeclined = kind === 'decline' && messageClass !== undefined
  const said = kind === 'answer' || kind === 'choices' ? kind : isDeclined ? 'declined' : 'none'
  const [first] = found.slice(0, shown)
  return {
    ...group,
    now: {
      kind: said,
      entry: said === 'answer' ? first : undefined,
      isNew: said === 'answer' && first !== undefined && !group.shown.has(first.id),
    } as const,
    near: found.slice(0, NEAR),
  }
}

/** A draft with these ways of asking: of an answer there is, or of a new one that is called like the first. */
async function begin(
  { answers }: QuestionParts,
  asks: readonly string[],
  entry: string | undefined,
  { login }: SignedIn,
) {
  const name = 'Từ câu bà con hỏi'
  if (entry === undefined) {
    const title = titleFrom(asks[0] ?? '')
    if (title.length < 5) throw new Refused(422, 'Cách hỏi này ngắn quá, chưa đặt được tên câu.', 'phrases')
    const text = { ...newText(title, answers), ask: [...asks] }
    return answers.revisions.begin({ entry: text.id, name, text, base: undefined }, login)
  }
  const text = currentOf(answers, entry)
  if (!text) throw new Refused(404, 'Không có câu trả lời này.')
  return answers.revisions.begin({ entry, name, text: withAsks(text, asks), base: text }, login)
}

function withAsks(text: AnswerText, asks: readonly string[]): AnswerText {
  const known = new Set([text.title, ...text.ask].map(fold))
  return { ...text, ask: [...text.ask, ...asks.filter((one) => !known.has(fold(one)))] }
}

function titleFrom(words: string): string {
  const cut = [...words].slice(0, LONGEST_TITLE).join('')
  return cut.charAt(0).toUpperCase() + cut.slice(1)
}
