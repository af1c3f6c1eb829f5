import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { kept } from './kept.ts'
import { faqFrontMatter, type FaqEntry } from '../../faq/faq-entry.ts'

/** The answers that may be served: approved ones. Throws an error that names the file and the field. */
export function loadFaq(root: string): readonly FaqEntry[] {
  return loadAllFaq(root)
    .map(({ entry }) => entry)
    .filter(({ status }) => status === 'approved')
}

/** Every answer under knowledge/faq, drafts too, with the file it stands in, for checks. */
export function loadAllFaq(root: string): readonly { readonly file: string; readonly entry: FaqEntry }[] {
  const folder = join(root, 'knowledge', 'faq')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8').normalize('NFC'))
  const all = kept('faq', [...names, ...texts], () =>
    names.map((name, i) => readEntry(join('knowledge', 'faq', name), texts[i] ?? '')),
  )
  const owners = new Map<string, string>()
  for (const { file, entry } of all) {
    const owner = owners.get(entry.id)
    if (owner !== undefined) throw new Error(`${file}: id "${entry.id}" đã dùng trong ${owner}`)
    owners.set(entry.id, file)
  }
  return all
}

function readEntry(file: string, text: string): { readonly file: string; readonly entry: FaqEntry } {
  return { file, entry: readFaqText(file, text) }
}

/** Reads what one answer's file says; throws an error that names the file and the field. */
export function readFaqText(file: string, text: string): FaqEntry {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text)
  if (!parts) throw new Error(`${file}: phải mở đầu bằng phần thông tin giữa hai dòng ---`)
  const read = faqFrontMatter.safeParse(parseYaml(file, parts[1] ?? ''))
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'đầu tệp'}: ${message}`)
    throw new Error(`${file}: ${wrong.join('; ')}`)
  }
  const body = (parts[2] ?? '').trim()
  if (body === '') throw new Error(`${file}: chưa có câu trả lời dưới phần thông tin`)
  return { ...read.data, body }
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text)
  } catch (fault) {
    throw new Error(
      `${file}: phần thông tin không đọc được (${fault instanceof Error ? fault.message : 'lỗi YAML'})`,
    )
  }
}
