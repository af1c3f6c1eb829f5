import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadAllFaq } from '../adapters/files/load-faq.ts'
import { filePath, fileText, isSameText } from '../answers/file-text.ts'
import { overlaid } from '../answers/overlay.ts'
import type { NewDraft } from '../answers/ports.ts'
import type { AnswerText } from '../answers/revision.ts'
import { exportLaw, importLaw } from './law-files.ts'
import type { StoreJob, StoreJobParts } from './store-jobs.ts'

const USAGE =
  'knowledge export THƯ-MỤC · knowledge import THƯ-MỤC [publish] [--dry-run] (không có publish: chỉ thành bản nháp, chờ người duyệt)'
const BY = 'cli'

/** Answers between the store and files like the repository's: nothing is lost on the way. */
export const knowledgeJob: StoreJob = async ([what, folder, ...more], parts) => {
  if (folder === undefined || (what !== 'export' && what !== 'import')) throw new Error(USAGE)
  return what === 'export' ? exportTo(folder, parts) : importFrom(folder, more, parts)
}

/** A file that nobody published over is copied to the byte; the others are written as the repository's are. */
async function exportTo(folder: string, parts: StoreJobParts): Promise<readonly string[]> {
  const { root, store } = parts
  const numbers = await exportLaw(folder, parts)
  const published = await publishedOver(store)
  const files = loadAllFaq(root)
  const known = new Set(files.map(({ entry }) => entry.id))
  const fresh = [...published.values()].filter(({ id }) => !known.has(id))
  for (const { file, entry } of files) {
    const instead = published.get(entry.id)
    write(join(folder, file), instead ? fileText(instead) : readFileSync(join(root, file), 'utf8'))
  }
  for (const text of fresh) write(join(folder, filePath(text)), fileText(text))
  return [
    `Đã ghi ${files.length + fresh.length} câu vào ${folder}, ${published.size} câu có bản sửa trên trang.`,
    `Đã ghi các con số của luật và sổ văn bản, ${numbers} con số có giá trị nhập trên trang.`,
  ]
}

async function importFrom(
  folder: string,
  more: readonly string[],
  parts: StoreJobParts,
): Promise<readonly string[]> {
  const { root, store } = parts
  if (!existsSync(join(folder, 'knowledge', 'faq'))) throw new Error(`không có ${folder}/knowledge/faq`)
  const given = loadAllFaq(folder).map(({ entry }) => entry)
  const files = loadAllFaq(root).map(({ entry }) => entry)
  const now = new Map(
    overlaid(files, [...(await publishedOver(store)).values()]).map((text) => [text.id, text]),
  )
  const drafts = given
    .filter((text) => !isSameText(text, now.get(text.id)))
    .map((text): NewDraft => ({ entry: text.id, name: 'Nhập từ tệp', text, base: now.get(text.id) }))
  const law = await importLaw(folder, more, parts)
  const named = drafts.map(({ text }) => `${text.id}\t${text.title}`)
  if (more.includes('--dry-run'))
    return [...law, ...named, `${drafts.length} câu khác với đang dùng; chưa ghi gì.`]
  if (more.includes('publish')) await store.revisions.adopt(drafts, BY)
  else for (const draft of drafts) await store.revisions.begin(draft, BY)
  const done = more.includes('publish') ? 'đã xuất bản' : 'đã thành bản nháp'
  return [...law, ...named, `${drafts.length} câu ${done}.`]
}

async function publishedOver({
  revisions,
}: StoreJobParts['store']): Promise<ReadonlyMap<string, AnswerText>> {
  const served = await revisions.served()
  return new Map(served.revisions.map(({ entry, text }) => [entry, text]))
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
