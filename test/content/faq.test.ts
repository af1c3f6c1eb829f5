import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadAllFaq } from '../../src/adapters/files/load-faq.ts'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { fold } from '../../src/conversation/fold.ts'
import { fillHoles } from '../../src/policy/holes.ts'
import type { Day } from '../../src/policy/values.ts'
import { bannedWords, citedDocuments, typedNumbers } from '../support/faq-words.ts'

const days: readonly Day[] = ['2026-11-22', '2026-12-31', '2027-01-01']
const asks = 12
const longestAnswer = 1000 // two chat messages of 600 with the line of citations
const longestParagraph = 550
const coveredSections = ['A', 'D', 'E', 'F', 'L', 'M']

const all = loadAllFaq('.')
const book = loadPolicy('knowledge/policy')
const register = loadDocuments('knowledge/documents.yaml')
const topics = z
  .array(z.strictObject({ section: z.string(), id: z.string(), label: z.string().min(4) }))
  .parse(parse(readFileSync('knowledge/faq/topics.yaml', 'utf8')))
const ids = new Set(all.map(({ entry }) => entry.id))
const folders = new Set(all.flatMap(({ entry }) => entry.topics))
const journeys = readdirSync('dialogs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** What the settings of the page fill in, before any number of law. */
const settled = (body: string) =>
  body
    .replaceAll('{hotline}', '1900 0000')
    .replaceAll('{office-hours}', '7:30–11:30, 13:30–17:00, thứ Hai đến thứ Sáu')
const filled = (body: string, day: Day) => fillHoles(settled(body), day, book)

/** Every file with what is wrong in it: a failing check shows the file and the fault, not just a count. */
const faults = (find: (entry: (typeof all)[number]['entry'], file: string) => readonly string[]) =>
  all.flatMap(({ entry, file }) => find(entry, file).map((fault) => `${file}: ${fault}`))

describe('each answer', () => {
  test('stands in the folder of its main topic, under a plain file name', () => {
    const misplaced = faults(({ topics: [main] }, file) =>
      /^[a-z0-9-]+\.md$/.test(basename(file)) && file.startsWith(join('knowledge', 'faq', main ?? ''))
        ? []
        : [`${main}`],
    )
    expect(misplaced).toEqual([])
  })

  test('is written in composed characters (NFC), asks and title too', () => {
    const broken = all.filter(({ file }) => {
      const text = readFileSync(file, 'utf8')
      return text !== text.normalize('NFC')
    })
    expect(broken.map(({ file }) => file)).toEqual([])
  })

  test('knows at least twelve ways of asking, some of them without tone marks', () => {
    const bare = (ask: string) => fold(ask) === ask.toLowerCase()
    expect(faults(({ ask }) => (ask.length < asks ? [`${ask.length} câu`] : []))).toEqual([])
    expect(faults(({ ask }) => (ask.some(bare) ? [] : ['thiếu câu không dấu']))).toEqual([])
  })

  test('belongs to topics we know, and leads to journeys and answers that exist', () => {
    const known = new Set(topics.map(({ id }) => id))
    expect(faults((entry) => entry.topics.filter((topic) => !known.has(topic)))).toEqual([])
    expect(faults(({ related, id }) => related.filter((other) => !ids.has(other) || other === id))).toEqual(
      [],
    )
    expect(faults(({ next }) => (next === undefined || journeys.includes(next) ? [] : [next]))).toEqual([])
  })

  test('rests on documents of the register, in the front matter and in its words', () => {
    const unknown = faults(({ law, body }) =>
      [...law.map(({ act }) => act), ...citedDocuments(body)].filter((act) => !register.find(act)),
    )
    expect(unknown).toEqual([])
  })
})

test('no two answers are asked for in the same words', () => {
  const owners = new Map<string, string>()
  const twice: string[] = []
  for (const { entry, file } of all)
    for (const ask of entry.ask) {
      const key = fold(ask)
      const owner = owners.get(key)
      if (owner !== undefined) twice.push(`"${ask}": ${owner} và ${file}`)
      owners.set(key, file)
    }
  expect(twice).toEqual([])
})

describe('the words of an answer', () => {
  test('type no number of law: it is quoted by name', () => {
    expect(faults(({ body }) => typedNumbers(body))).toEqual([])
  })

  test.each(days)('have a value for every number they quote on %s', (day) => {
    expect(faults(({ body }) => filled(body, day).missing)).toEqual([])
  })

  test.each(days)('fit two messages on %s, one idea a paragraph', (day) => {
    const long = faults(({ body }) => {
      const { text } = filled(body, day)
      const paragraphs = text.split('\n\n').map((paragraph) => [...paragraph].length)
      const wordy = paragraphs
        .filter((length) => length > longestParagraph)
        .map((length) => `đoạn ${length} ký tự`)
      const total = [...text].length
      return total > longestAnswer ? [`${total} ký tự`, ...wordy] : wordy
    })
    expect(long).toEqual([])
  })

  test('are plain: no Markdown, no citation line, no word the voice guide bans', () => {
    const banned = bannedWords(readFileSync('knowledge/voice.md', 'utf8'))
    expect(banned.length).toBeGreaterThan(10)
    expect(faults(({ body }) => body.match(/\*\*|^#|^Căn cứ:|\[[^\]]*\]\(|`/gmu) ?? [])).toEqual([])
    const officialese = faults(({ id, title, body }) =>
      banned
        .filter(
          ({ words, except }) =>
            !except.includes(id) && `${title}\n${body}`.toLowerCase().includes(words.toLowerCase()),
        )
        .map(({ words }) => words),
    )
    expect(officialese).toEqual([])
  })

  test('say "cháu" and "bác", and never type a phone number', () => {
    const wrong = /(?<!\p{L})(em|quý khách|bạn|anh chị|chúng mình)(?!\p{L})/iu
    expect(
      faults(({ body }) => wrong.exec(body.replace(/trẻ em|anh em|chị em/giu, ''))?.slice(0, 1) ?? []),
    ).toEqual([])
    expect(faults(({ body }) => body.match(/\b(1900|1800|0\d{2,3})[ .]?\d{3}[ .]?\d{0,4}\b/g) ?? [])).toEqual(
      [],
    )
  })
})

test('every topic of the sections covered so far has an answer', () => {
  const wanted = topics.filter(({ section }) => coveredSections.includes(section))
  expect(topics).toHaveLength(99)
  expect(wanted.map(({ id }) => id).filter((id) => !folders.has(id))).toEqual([])
})
