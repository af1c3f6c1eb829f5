import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseDocument } from 'yaml'
import { loadDocuments } from '../adapters/files/load-documents.ts'
import { loadParameters } from '../adapters/files/load-policy.ts'
import { changesBetween, differenceInWords, formOf } from '../decrees/changes-between.ts'
import { registerText } from '../decrees/law-text.ts'
import { registerWith, withChanges } from '../policy/law-change.ts'
import type { Parameter } from '../policy/parameter-file.ts'
import type { StoreJobParts } from './store-jobs.ts'

const POLICY = join('knowledge', 'policy')
const REGISTER = join('knowledge', 'documents.yaml')
const FROM_FILES = 'Nhập từ tệp'

type Parts = Pick<StoreJobParts, 'root' | 'store'>

/** The law as it is served: the files, with the decrees published over them. */
export async function lawNow({ root, store }: Parts) {
  const changes = (await store.decrees.published()).flatMap(({ change }) => change ?? [])
  return {
    parameters: withChanges(loadParameters(join(root, POLICY)), changes),
    register: registerWith(loadDocuments(join(root, REGISTER)), changes),
  }
}

/** Writes knowledge/policy and the register: what no decree touches is copied to the byte. Answers how many were touched. */
export async function exportLaw(folder: string, parts: Parts): Promise<number> {
  const { root } = parts
  const { parameters, register } = await lawNow(parts)
  const files = new Map(loadParameters(join(root, POLICY)).map((one) => [one.name, one]))
  const touched = new Map(
    parameters.filter((one) => files.get(one.name) !== one).map((one) => [one.name, one]),
  )
  for (const name of readdirSync(join(root, POLICY)).filter((file) => file.endsWith('.yaml'))) {
    const text = readFileSync(join(root, POLICY, name), 'utf8')
    const instead = touched.get(name.replace(/\.yaml$/, ''))
    write(join(folder, POLICY, name), instead ? parameterText(text, instead) : text)
  }
  const old = loadDocuments(join(root, REGISTER))
  const added = register.all.filter(({ number }) => !old.find(number))
  const ends = new Map(
    register.all.flatMap(({ number, until }) =>
      until !== undefined && old.find(number) && old.find(number)?.until === undefined
        ? [[number, until]]
        : [],
    ),
  )
  write(join(folder, REGISTER), registerText(readFileSync(join(root, REGISTER), 'utf8'), added, ends))
  return touched.size
}

/** A parameter's file with its values as they are now; comments and the order of fields stay. */
function parameterText(text: string, { checked, checkBy, values }: Parameter): string {
  const document = parseDocument(text)
  document.set('checked', checked)
  document.set('checkBy', checkBy)
  const old = new Map(
    (document.toJS() as Parameter).values.map((entry, place) => [entry.from, { entry, place }] as const),
  )
  const nodes = values.map((entry) => {
    const known = old.get(entry.from)
    if (!known) return entryNode(document, entry)
    const node: unknown = document.getIn(['values', known.place], true)
    if (known.entry.value !== entry.value || known.entry.source.act !== entry.source.act)
      return entryNode(document, entry)
    if (known.entry.until !== entry.until) setUntil(document, known.place, entry.until)
    return node
  })
  document.set('values', document.createNode(nodes))
  return document.toString({ lineWidth: 0 })
}

type YamlDocument = ReturnType<typeof parseDocument>

function entryNode(
  document: YamlDocument,
  { from, until, value, equals, certainty, source, note }: Parameter['values'][number],
) {
  const node = document.createNode({
    from,
    ...(until === undefined ? {} : { until }),
    ...(value === undefined ? { equals } : { value }),
    certainty,
    source: document.createNode({ ...source }, { flow: true }),
    ...(note === undefined ? {} : { note }),
  })
  return node
}

/** Right after `from`, where people look for it. */
function setUntil(document: YamlDocument, place: number, until: string | undefined): void {
  const entry = document.getIn(['values', place]) as { items: { key: unknown }[]; has(key: string): boolean }
  if (until === undefined || entry.has('until')) return void document.setIn(['values', place, 'until'], until)
  entry.items.splice(1, 0, document.createPair('until', until))
}

/** What a folder says otherwise of the law becomes one draft, or is published at once. Answers lines to print. */
export async function importLaw(
  folder: string,
  more: readonly string[],
  parts: Parts,
): Promise<readonly string[]> {
  if (!existsSync(join(folder, POLICY)) || !existsSync(join(folder, REGISTER))) return []
  const now = await lawNow(parts)
  const register = loadDocuments(join(folder, REGISTER))
  const { change, left } = changesBetween(
    [now.parameters, now.register.all],
    [loadParameters(join(folder, POLICY)), register.all],
  )
  const lines = [
    ...differenceInWords(change),
    ...left.map((name) => `${name}\tkhác ở chỗ chỉ sửa được trong tệp của kho; bỏ qua`),
  ]
  const count = change.values.length + change.checks.length + change.documents.length
  if (count === 0) return lines
  const form = formOf(change, 'tệp nhập bằng lệnh knowledge import')
  if (more.includes('--dry-run')) return [...lines, `${count} chỗ của luật khác với đang dùng; chưa ghi gì.`]
  if (more.includes('publish')) await parts.store.decrees.adopt(FROM_FILES, form, change, 'cli')
  else await parts.store.decrees.begin(FROM_FILES, form, 'cli')
  return [
    ...lines,
    `${count} chỗ của luật ${more.includes('publish') ? 'đã công bố' : 'đã thành một bản nháp'}.`,
  ]
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
