import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemo } from '../adapters/files/load-places.ts'
import { createBot } from '../bot/bot.ts'
import type { Knowledge } from '../bot/knowledge.ts'
import type { Finder } from '../faq/finder.ts'
import { withDeskWords } from '../faq/desk-words.ts'
import { renderAnswer } from '../faq/render-answer.ts'
import type { OfficeTime } from '../hand-over/office-time.ts'
import type { DemoPlaces } from '../places/place-files.ts'
import type { Day } from '../policy/values.ts'
import { type Asked, goesOnTheSame, type PlayedTalk } from './same-talk.ts'
import { NoSuchButton, rehearsalDesk, rehearsalOffice, startRehearsal } from './rehearsal.ts'
import { parseTranscript, writeScene } from './transcript.ts'

/** One thing that would be said differently: to whom or where, on which day, before and after. */
export interface Change {
  readonly kind: 'citizen' | 'faq' | 'transcript'
  readonly what: string
  readonly on: Day
  readonly before: string
  readonly after: string
}

/** Answers that would read differently on a day. */
export function changedAnswers(on: Day, before: Knowledge, after: Knowledge): readonly Change[] {
  const [old, fresh] = [before, after].map(({ entries, policy }) => {
    const said = entries.map((entry) => withDeskWords(entry, rehearsalDesk))
    return new Map(said.map((entry) => [entry.id, renderAnswer(entry, on, policy).flatMap(linesOf)]))
  })
  const ids = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])]
  return ids.flatMap((what) => changesIn({ kind: 'faq', what, on }, old?.get(what), fresh?.get(what)))
}

/** Rehearsed talks (test/transcripts) that would go differently, each on its own day. */
export async function changedTalks(
  root: string,
  before: Knowledge,
  after: Knowledge,
): Promise<readonly Change[]> {
  const folder = join(root, 'test', 'transcripts')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const scene = { demo: loadDemo(root), office: rehearsalOffice(root) }
  const changes: Change[] = []
  for (const what of files.sort()) {
    const text = readFileSync(join(folder, what), 'utf8')
    const talk = await played(text, before, scene)
    if (goesOnTheSame(talk, before, after)) continue
    const [old, fresh] = [talk.said, (await played(text, after, scene)).said]
    changes.push(...changesIn({ kind: 'transcript', what, on: parseTranscript(text).today }, old, fresh))
  }
  return changes
}

interface Scenery {
  readonly demo: DemoPlaces
  readonly office: OfficeTime
}

/** What was said in the talks that were played, by what was known: the version before is asked for again and again. */
const remembered = new WeakMap<Knowledge, Map<string, PlayedTalk>>()

async function played(text: string, known: Knowledge, scene: Scenery): Promise<PlayedTalk> {
  const talks = remembered.get(known) ?? new Map<string, PlayedTalk>()
  remembered.set(known, talks)
  const talk = talks.get(text) ?? (await listening(text, known, scene))
  talks.set(text, talk)
  return talk
}

/** Plays a talk and notes what it asked the search. */
async function listening(text: string, known: Knowledge, scene: Scenery): Promise<PlayedTalk> {
  const asks: Asked[] = []
  const finder: Finder = {
    ask(question, context) {
      const answer = known.finder.ask(question, context)
      asks.push({ question, context, answer })
      return answer
    },
  }
  return { said: await play(text, { ...known, finder }, scene), asks }
}

/** What is said in a talk; it ends where a button it taps is no longer shown. */
async function play(text: string, known: Knowledge, { demo, office }: Scenery): Promise<readonly string[]> {
  const { today, hour, lines } = parseTranscript(text)
  const stage = { office, ...(hour !== undefined && { hour }) }
  const talker = startRehearsal(today, createBot(known, rehearsalDesk), demo, stage)
  const said: string[] = []
  for (const line of lines) {
    try {
      said.push(...linesOf(writeScene(line, await talker.play(line))))
    } catch (error) {
      if (!(error instanceof NoSuchButton)) throw error
      return [...said, `${line.written} (không còn nút này)`]
    }
  }
  return said
}

/** Line by line: those of one version that the other does not have, side by side in their order. */
function changesIn(
  where: Pick<Change, 'kind' | 'what' | 'on'>,
  old: readonly string[] = [],
  fresh: readonly string[] = [],
): readonly Change[] {
  const gone = old.filter((line) => !fresh.includes(line))
  const come = fresh.filter((line) => !old.includes(line))
  const rows = Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => i)
  return rows.map((i) => ({ ...where, before: gone[i] ?? '—', after: come[i] ?? '—' }))
}

function linesOf(message: string): readonly string[] {
  return message.split('\n').filter((line) => line.trim() !== '')
}
