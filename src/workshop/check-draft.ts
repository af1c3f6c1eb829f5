import { join } from 'node:path'
import { loadDocuments } from '../adapters/files/load-documents.ts'
import { loadFaqWorld } from '../adapters/files/load-faq-world.ts'
import type { GateReport, Finding, ToCheck } from '../answers/gate.ts'
import { askAll, block, finds, goldenFindings } from '../answers/golden.ts'
import { sentence } from '../answers/hints.ts'
import { lawFindings } from '../answers/law-findings.ts'
import type { AnswerText } from '../answers/revision.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { changedTalks } from '../cli/impact-words.ts'
import type { Answer } from '../faq/answer.ts'
import { checkFaq } from '../faq/check-faq.ts'
import { changedQuestions, changedWords, loadCases } from './changes.ts'
import { withDraft } from './knowing.ts'

/** So many changes of a kind are listed; of the rest only the number would be read. */
const MOST_LISTED = 40

/**
 * The gate: what `knowledge check` says of the draft, the law, every answer's own ways of asking, and what would be
 * answered otherwise.
 */
export async function checkDraft(
  root: string,
  know: (texts: readonly AnswerText[], on: ToCheck['today']) => Knowledge,
  { texts, draft, today, asked }: ToCheck,
): Promise<GateReport> {
  const written = writtenFindings(root, { texts, draft, today }, know(texts, today))
  const [before, after] = [know(texts, today), know(withDraft(texts, draft), today)]
  const golden = askAll(
    [before.entries, after.entries],
    [remembering(before), (ask) => after.finder.ask(ask)],
  )
  const findings = [...written, ...goldenFindings(golden, draft)]
  const listed = (kind: 'asked' | 'case', questions: readonly string[]) =>
    changedQuestions({ kind, on: today }, questions, [before, after]).slice(0, MOST_LISTED)
  return {
    passed: findings.every(({ level }) => level !== 'block'),
    findings,
    golden: {
      asked: golden.length,
      before: golden.filter((one) => finds(one.before, one.owner.id)).length,
      after: golden.filter((one) => finds(one.after, one.owner.id)).length,
    },
    changes: [
      ...changedWords(draft.id, today, [before, after]),
      ...listed('asked', asked),
      ...listed('case', loadCases(root)),
      ...(await talks(root, before, after)).slice(0, MOST_LISTED),
    ],
  }
}

/** What is served now is asked the same questions for every draft. */
const answers = new WeakMap<Knowledge, Map<string, Answer>>()

function remembering(known: Knowledge): (ask: string) => Answer {
  const given = answers.get(known) ?? new Map<string, Answer>()
  answers.set(known, given)
  return (ask) => {
    const answer = given.get(ask) ?? known.finder.ask(ask)
    given.set(ask, answer)
    return answer
  }
}

async function talks(root: string, before: Knowledge, after: Knowledge) {
  const changes = await changedTalks(root, before, after)
  return changes.map((change) => ({ ...change, kind: 'talk' as const }))
}

/** What the text itself says against it; two answers that claim one question too. */
function writtenFindings(
  root: string,
  { texts, draft, today }: Pick<ToCheck, 'texts' | 'draft' | 'today'>,
  { policy }: Knowledge,
): readonly Finding[] {
  const law = { book: policy, register: loadDocuments(join(root, 'knowledge', 'documents.yaml')) }
  const others = texts.filter(({ id }) => id !== draft.id)
  const named = (entry: AnswerText) => ({ file: `câu “${entry.title}”`, entry })
  const faults = checkFaq(
    [...others.map(named), { file: DRAFT, entry: draft }],
    loadFaqWorld(root, today, law),
  )
  const own = faults.filter(({ at }) => at === DRAFT).map(({ say }) => block(sentence(say)))
  return [...own, ...lawFindings(draft, law, today)]
}
const DRAFT = 'bản này'
