import { fold } from './fold.ts'
import { phoneOf } from './read-phone.ts'
import { looksLikeCitizenId, nameBefore, secretKind, type SecretKind } from './secret-kind.ts'

export interface Masked {
  readonly text: string
  readonly found: readonly SecretKind[]
}

const labels: Readonly<Record<SecretKind, string>> = {
  'citizen-id': '[số căn cước đã che]',
  'old-citizen-id': '[số CMND đã che]',
  'insurance-number': '[mã số BHXH đã che]',
  'health-card': '[số thẻ BHYT đã che]',
  'bank-account': '[số tài khoản đã che]',
  'bank-card': '[số thẻ ngân hàng đã che]',
  'one-time-code': '[mã bí mật đã che]',
}

const healthCard = /(?<![\p{L}\d])[A-Za-z]{2}[\s.-]?\d(?:[\s.-]{0,2}\d){12}(?!\d)/gu
const password = /(?<=(?:mật khẩu|mat khau|password|pass)\s{0,3}(?:là|la|:|=)\s{0,3})[^\s[]*\d[^\s]*/giu
const dayForm = String.raw`(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)`
const dayOrDigits = new RegExp(String.raw`${dayForm}|(?<!\d)\d(?:[ .\-–\u00a0]{0,2}\d)*`, 'gu')
const wholeDay = new RegExp(`^${dayForm}$`)
const wholeSum = /^[1-9]\d{0,2}(?:\.\d{3})+$/
const moneyUnit = /^\s?(?:d|dong|vnd|k|nghin|ngan|tr|trieu|ty|ti)(?![a-z0-9])/
const codeAfter = /^[\s,]*(?:la |do la )?(?:ma )?(?:otp|xac nhan|xac thuc|xac minh)/

/** How far around a number we look for what it is called, in characters. */
const REACH = 32

/**
 * Covers identity, insurance, card and account numbers and one-time codes before anything is kept.
 * Phone numbers, sums of money, days and numbers of legal documents stay readable.
 */
export function maskSecrets(text: string): Masked {
  const found = new Set<SecretKind>()
  const cover = (kind: SecretKind): string => {
    found.add(kind)
    return labels[kind]
  }
  const masked = text
    .normalize('NFC')
    .replace(healthCard, () => cover('health-card'))
    .replace(password, () => cover('one-time-code'))
    .replace(dayOrDigits, (run, at: number, whole: string) => coverRun(run, aroundOf(whole, at, run), cover))
  return { text: masked, found: [...found] }
}

interface Around {
  readonly named: SecretKind | 'phone' | undefined
  readonly after: string
}

function aroundOf(whole: string, at: number, run: string): Around {
  const end = at + run.length
  return {
    named: nameBefore(whole.slice(Math.max(0, at - REACH), at)),
    after: fold(`.${whole.slice(end, end + REACH)}`).slice(1),
  }
}

function coverRun(run: string, { named, after }: Around, cover: (kind: SecretKind) => string): string {
  if (wholeDay.test(run) || moneyUnit.test(after)) return run
  const digits = run.replace(/\D/g, '')
  const isCode =
    digits.length >= 4 && digits.length <= 8 && (named === 'one-time-code' || codeAfter.test(after))
  if (isCode) return cover('one-time-code')
  if (named === undefined && wholeSum.test(run)) return run
  return secretsIn(groupsOf(run), named).reduceRight(
    (text, { start, end, kind }) => text.slice(0, start) + cover(kind) + text.slice(end),
    run,
  )
}

interface Span {
  readonly start: number
  readonly end: number
  readonly digits: string
}

function groupsOf(run: string): Span[] {
  return [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    start: index,
    end: index + digits.length,
    digits,
  }))
}

/** No secret is typed in more pieces than it has digits. */
const MOST_PIECES = 19

/** Numbers typed side by side: each is taken whole, phones first, then the longest that is a secret. */
function secretsIn(groups: readonly Span[], named: Around['named']): (Span & { kind: SecretKind })[] {
  const found: (Span & { kind: SecretKind })[] = []
  let from = 0
  for (let first = groups[from]; first; first = groups[from]) {
    const near = groups.slice(from, from + MOST_PIECES)
    const taken = first.digits.length >= 9 ? first : (wholeNumber(near, named) ?? first)
    const kind = secretKind(taken.digits, named)
    if (kind) found.push({ ...taken, kind })
    from += near.filter(({ start }) => start < taken.end).length
  }
  return found
}

/** The number that the first groups spell together, longest first. */
function wholeNumber(groups: readonly Span[], named: Around['named']): Span | undefined {
  const windows = leading(groups)
  const known = windows.find(({ digits }) => looksLikeCitizenId(digits)) ?? windows.find(isPhone)
  if (known) return known
  const mixed = groups.some((group, i) => isYear(group) || leading(groups.slice(i)).some(isPhone))
  return named === undefined && mixed ? undefined : windows.find(({ digits }) => secretKind(digits, named))
}

const isPhone = ({ digits }: Span): boolean => phoneOf(digits) !== undefined
const isYear = ({ digits }: Span): boolean => /^(?:19|20)\d\d$/.test(digits)

/** All that the first groups can spell, longest first. */
function leading(groups: readonly Span[]): Span[] {
  return groups.map((_, dropped) => joined(groups.slice(0, groups.length - dropped)))
}

function joined(groups: readonly Span[]): Span {
  return {
    start: groups[0]?.start ?? 0,
    end: groups.at(-1)?.end ?? 0,
    digits: groups.map(({ digits }) => digits).join(''),
  }
}
