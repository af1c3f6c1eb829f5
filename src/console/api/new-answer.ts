import type { AnswerDesk } from '../../answers/desk.ts'
import type { AnswerText } from '../../answers/revision.ts'
import { fold } from '../../conversation/fold.ts'

const LONGEST_ID = 50

/** An empty text for a new answer; its id is its title without marks, with a number when that is taken. */
export function newText(title: string, desk: Pick<AnswerDesk, 'answers' | 'today'>): AnswerText {
  const bare =
    fold(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST_ID) || 'cau-moi'
  const taken = new Set(desk.answers().texts.map(({ id }) => id))
  const free = Array.from({ length: taken.size + 1 }, (_, i) => (i === 0 ? bare : `${bare}-${i + 1}`))
  return {
    id: free.find((id) => !taken.has(id)) ?? bare,
    ...{ title, topics: [], programme: 'general', ask: [title], status: 'approved', checked: desk.today() },
    ...{ law: [], related: [], body: '' },
  }
}
