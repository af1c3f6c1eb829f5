import { join } from 'node:path'
import { loadDocuments } from '../adapters/files/load-documents.ts'
import { loadFaqWorld } from '../adapters/files/load-faq-world.ts'
import {
  type Cause,
  causes,
  type Change,
  type Finding,
  type GateReport,
  type ToCheck,
  type ToWarm,
} from '../answers/gate.ts'
import { askAll, block, finds, goldenFindings } from '../answers/golden.ts'
import { sentence } from '../answers/hints.ts'
import { lawFindings } from '../answers/law-findings.ts'
import type { AnswerText } from '../answers/revision.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import { changedTalks } from '../cli/impact-words.ts'
import type { Answer } from '../faq/answer.ts'
import { checkFaq } from '../faq/check-faq.ts'
import { registerWith } from '../policy/law-change.ts'
import { causeInTalk, changedQuestions, changedWords, loadCases, saidOf } from './changes.ts'
import { type knowing, withDraft } from './knowing.ts'

/** So many changes of a kind are listed; of the rest only the number would be read. */
const MOST_LISTED = 40
type Know = ReturnType<typeof knowing>

/**
 * The gate: what `knowledge check` says of the draft, the law, every answer's own ways of asking, and what would be
 * answered otherwise.
 */
export async function checkDraft(root: string, know: Know, given: ToCheck): Promise<GateReport> {
  const { texts, changes, draft, today } = given
  const [before, after] = [know(texts, today, changes), know(withDraft(texts, draft), today, changes)]
  const golden = askAll(
    [before.entries, after.entries],
    [remembering(before), (ask) => after.finder.ask(ask)],
  )
  const findings = [...writtenFindings(root, given, before), ...goldenFindings(golden, draft)]
  const moved = await changesOf(root, given, [before, after])
  return {
    passed: findings.every(({ level }) => level !== 'block'),
    findings,
    golden: {
      asked: golden.length,
      before: golden.filter((one) => finds(one.before, one.owner.id)).length,
      after: golden.filter((one) => finds(one.after, one.owner.id)).length,
    },
    ...inOrder(moved),
  }
}

/** Asks what is served now all that drafts are compared with, so that their first check need not. */
export async function warmUp(
  root: string,
  know: Know,
  { texts, changes, today, asked }: ToWarm,
): Promise<void> {
  const known = know(texts, today, changes)
  const ask = remembering(known)
  for (const question of [...known.entries.flatMap((entry) => entry.ask), ...asked, ...loadCases(root)])
    ask(question)
  await changedTalks(root, known, known)
}

async function changesOf(
  root: string,
  { draft, today, asked }: ToCheck,
  [before, after]: readonly [Knowledge, Knowledge],
): Promise<readonly Change[]> {
  const asks = [remembering(before), (ask: string) => after.finder.ask(ask)] as const
  const listed = (kind: 'asked' | 'case', questions: readonly string[]) =>
    changedQuestions({ kind, on: today }, questions, asks, draft.id)
  const talks = await changedTalks(root, before, after)
  return [
    ...changedWords(draft.id, today, [before, after]),
    ...listed('asked', asked),
    ...listed('case', loadCases(root)),
    ...talks.map((talk) => {
      const said = [before, after].flatMap((known) => saidOf(known, draft.id, talk.on))
      return { ...talk, kind: 'talk' as const, cause: causeInTalk([talk.before, talk.after], said) }
    }),
  ]
}

/** What the draft does first, its own words before all; some of each kind. */
function inOrder(changes: readonly Change[]): Pick<GateReport, 'changes' | 'counts'> {
  const caused = (cause: Cause) => changes.filter((one) => one.cause === cause)
  const some = (of: readonly Change[]) =>
    of.filter((one, i) => of.slice(0, i).filter(({ kind }) => kind === one.kind).length < MOST_LISTED)
  return {
    changes: causes.flatMap((cause) => some(caused(cause))),
    counts: {
      draft: caused('draft').length,
      other: caused('other').length,
      choices: caused('choices').length,
    },
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

/** What the text itself says against it; two answers that claim one question too. */
function writtenFindings(
  root: string,
  { texts, changes, draft, today }: ToCheck,
  { policy }: Knowledge,
): readonly Finding[] {
  const files = loadDocuments(join(root, 'knowledge', 'documents.yaml'))
  const law = { book: policy, register: registerWith(files, changes) }
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
