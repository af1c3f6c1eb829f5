import type { z } from 'zod'
import { HOURS_SAY, readOfficeHours } from '../hand-over/office-hours.ts'
import { messengerPageKeys, zaloPageKeys, type Page, type PageChannel } from '../pages/page.ts'
import type { Places } from '../places/places.ts'
import { provinceNamed, resolvePlace } from '../places/resolve-place.ts'

/** What an operator writes of a page: `name=value` words; an empty value takes it away. */
export type PageWords = Readonly<Record<string, string>>

/** Names of keys as an operator writes them. Their values are secrets or ids of the platform's console. */
const keyNames: Readonly<Record<PageChannel, Readonly<Record<string, string>>>> = {
  zalo: {
    'app-id': 'appId',
    'app-secret': 'appSecret',
    'oa-secret': 'oaSecret',
    'template-new-lead': 'templateNewLead',
    'template-sign-in': 'templateSignIn',
    'template-new-caller': 'templateNewCaller',
    'template-new-caller-by-id': 'templateNewCallerById',
  },
  messenger: {
    'page-token': 'pageToken',
    'app-secret': 'appSecret',
    'verify-token': 'verifyToken',
    'app-id': 'appId',
    'human-agent': 'humanAgent',
    'thread-control': 'threadControl',
  },
}
const factNames = ['province', 'commune', 'voice', 'hours', 'hotline'] as const

/** `name=value` words as a record. Throws naming a word that is none. */
export function pageWords(words: readonly string[]): PageWords {
  return Object.fromEntries(
    words.map((word) => {
      const [, name, value] = /^([a-z-]+)=(.*)$/su.exec(word) ?? []
      if (name === undefined || value === undefined) throw new Error('viết từng mục kiểu tên=giá-trị')
      return [name, value.trim().normalize('NFC')]
    }),
  )
}

export function channelNamed(text: string | undefined): PageChannel {
  if (text === 'zalo' || text === 'messenger') return text
  throw new Error('nền tảng phải là zalo hoặc messenger')
}

/** The page as it is after these words. Throws in Vietnamese, naming everything that is missing or wrong. */
export function pageAfter(
  of: Pick<Page, 'channel' | 'id'>,
  before: Page | undefined,
  words: PageWords,
  places: Places,
): Page {
  const known = new Set<string>([...factNames, ...Object.keys(keyNames[of.channel])])
  const unknown = Object.keys(words).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new Error(`không có mục ${unknown.join(', ')}; có: ${[...known].join(', ')}`)
  const facts = factsAfter(before, words, places)
  const keys = keysAfter(of.channel, before, words)
  return of.channel === 'zalo'
    ? { ...facts, id: of.id, channel: 'zalo', keys: parsed(zaloPageKeys, keys, of.channel) }
    : { ...facts, id: of.id, channel: 'messenger', keys: parsed(messengerPageKeys, keys, of.channel) }
}

function factsAfter(before: Page | undefined, words: PageWords, places: Places) {
  const province =
    words['province'] === undefined ? before?.province : provinceCode(words['province'], places)
  const given = (name: 'voice' | 'hours' | 'hotline') => (words[name] ?? before?.[name]) || undefined
  const { voice, hours, hotline } = {
    voice: given('voice'),
    hours: given('hours'),
    hotline: given('hotline'),
  }
  if (province === undefined || voice === undefined || hours === undefined || hotline === undefined) {
    const have = { province, voice, hours, hotline }
    const missing = Object.entries(have).filter(([, value]) => value === undefined)
    throw new Error(`còn thiếu ${missing.map(([name]) => name).join(', ')}`)
  }
  if (!readOfficeHours(hours)) throw new Error(`hours: ${HOURS_SAY}`)
  return { province, commune: communeCode(words['commune'], province, before, places), voice, hours, hotline }
}

function provinceCode(text: string, places: Places): string {
  const code = provinceNamed(text, places)?.code
  if (code === undefined) throw new Error(`province: không nhận ra tỉnh "${text}"`)
  return code
}

function communeCode(
  text: string | undefined,
  province: string,
  before: Page | undefined,
  places: Places,
): string | undefined {
  if (text === undefined) return before?.province === province ? before.commune : undefined
  if (text === '') return undefined
  const { sure, code } = resolvePlace(`${text}, ${places.provinceByCode.get(province)?.name ?? ''}`, places)
  if (!sure || code === null) throw new Error(`commune: không nhận ra xã "${text}" của tỉnh ấy`)
  return code
}

function keysAfter(
  channel: PageChannel,
  before: Page | undefined,
  words: PageWords,
): Record<string, unknown> {
  const changes = Object.entries(keyNames[channel]).flatMap(([written, name]) => {
    const value = words[written]
    return value === undefined ? [] : [[name, value === '' ? undefined : value] as const]
  })
  return { ...before?.keys, ...Object.fromEntries(changes) }
}

function parsed<S extends z.ZodType>(schema: S, keys: unknown, channel: PageChannel): z.output<S> {
  const read = schema.safeParse(keys)
  if (read.success) return read.data
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  const names = Object.entries(keyNames[channel]).filter(([, name]) => wrong.has(name))
  throw new Error(`còn thiếu ${names.map(([written]) => written).join(', ')}`)
}
