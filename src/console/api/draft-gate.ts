import type { AnswerDesk } from '../../answers/desk.ts'
import { fileText } from '../../answers/file-text.ts'
import type { GateReport } from '../../answers/gate.ts'
import type { AnswerText, Revision } from '../../answers/revision.ts'
import { dayInVietNam } from '../../conversation/day-in-viet-nam.ts'
import { wholeText } from './answer-shapes.ts'
import { Refused } from './call.ts'

export type Check = (draft: Revision, at?: Date) => Promise<GateReport>

/** The last few reports are kept: author and reviewer look at the same one. */
export function checker(desk: AnswerDesk): Check {
  const kept = new Map<string, Promise<GateReport>>()
  return async (draft, at) => {
    const today = at === undefined ? desk.today() : dayInVietNam(at)
    const { texts } = desk.answers()
    const key = [await desk.revisions.version(), today, fileText(draft.text)].join('\n')
    const found = kept.get(key)
    if (found) return found
    const made = desk.workshop.check({
      ...{ texts, changes: desk.changes(), draft: draft.text, today },
      asked: await desk.asked(),
    })
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    for (const old of [...kept.keys()].slice(0, -20)) kept.delete(old)
    return made
  }
}

/** What a check compares with is got ready while somebody reads or writes; it must not hold them up, nor fail. */
export async function getReady(desk: AnswerDesk): Promise<void> {
  const { texts } = desk.answers()
  const changes = desk.changes()
  await desk.workshop
    .warm({ texts, changes, today: desk.today(), asked: await desk.asked() })
    .catch(() => undefined)
}

/** A text that is not whole, or that the gate blocks, goes no further: the first reason is said. */
export async function mustPass(check: Check, draft: Revision, at?: Date): Promise<void> {
  const read = wholeText.safeParse(draft.text)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Refused(
      422,
      incomplete(draft.text) ?? issue?.message ?? 'Bản này còn thiếu.',
      issue?.path.join('.'),
    )
  }
  const { findings } = await check(draft, at)
  const blocks = findings.filter(({ level }) => level === 'block')
  if (blocks[0]) throw new Refused(422, `Chưa gửi được. ${blocks[0].say}`)
}

function incomplete({ title, ask, law, topics, body }: AnswerText): string | undefined {
  if (title.length < 5) return 'Chưa có tên câu hỏi.'
  if (topics.length === 0) return 'Chưa chọn chủ đề.'
  if (ask.length < 8) return `Mới có ${ask.length} cách hỏi, cần ít nhất 12.`
  if (law.length === 0 || law.some(({ act, place }) => act.length < 3 || place.length < 3))
    return 'Chưa ghi đủ văn bản và điều khoản.'
  return body.length < 20 ? 'Chưa có câu trả lời.' : undefined
}
