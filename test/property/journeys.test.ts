import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { journeys } from '../../dialogs/index.ts'
import { createBot } from '../../src/bot/bot.ts'
import { readSession } from '../../src/bot/session.ts'
import { fold } from '../../src/conversation/fold.ts'
import { readCommand } from '../../src/conversation/read-command.ts'
import type { Journey, Moved, Progress } from '../../src/conversation/journey.ts'
import type { Said } from '../../src/conversation/said.ts'
import type { Turn } from '../../src/conversation/turn.ts'
import { desk, knowledge } from '../support/talk.ts'
import { worldOn } from '../support/world.ts'

const bot = createBot(knowledge, desk)
const today = '2026-11-24'

/** Answers that lead deep into each journey, so that every question is met. */
const deep: Readonly<Record<string, readonly string[]>> = {
  'contribution-quote': ['hộ nghèo', '2 triệu', '100 triệu', 'hằng tháng'],
  'household-health-quote': ['nhà 4 người', 'cả năm'],
  'find-collection-point': ['vinh', 'xã kim liên', 'xã khác'],
  'voluntary-check': ['lao động tự do', 'có lương hưu', '14 tuổi', '40 tuổi', 'bỏ qua'],
  'support-check': ['cận nghèo, dân tộc', 'chưa đóng lần nào', '11 năm', 'hơn 9 năm', 'bỏ qua'],
  'maternity-check': ['5 tháng', '7', 'không', 'mẹ', 'sinh đôi', 'bỏ qua'],
  'pension-check': [
    '12 năm',
    'khoảng 10 15 năm',
    '58 tuổi',
    '3/1968',
    'sinh 1950',
    'nữ',
    'nam',
    'hộ nghèo',
    'bỏ qua',
  ],
  'lump-sum-check': ['đang còn đóng', '2 năm', 'không', 'ung thư', '11 năm', 'có', 'đủ rồi', 'bỏ qua'],
  'lump-sum-compare': ['11 năm', 'từ 15 năm trở lên', '4 triệu', '3 năm', 'không có', 'nữ', 'bỏ qua'],
  'unemployment-check': [
    'hết hợp đồng',
    'nghỉ ngang',
    '1 tháng',
    '18 tháng',
    'chưa',
    '7 triệu',
    '90 triệu',
    '4 năm',
    'vùng 1',
    'bỏ qua',
  ],
  'household-check': ['hết hạn', 'thẻ công ty', '45 ngày', '2 đến 4 tháng', 'bỏ qua'],
  'health-group-check': [
    'hộ khác',
    'cận nghèo',
    'sinh viên',
    'không thuộc diện nào',
    '5 tuổi',
    '80 tuổi',
    'bỏ qua',
  ],
  'request-callback': [
    'cho tôi',
    'đủ',
    'Tôi đồng ý',
    'cô Lan',
    '0912345678',
    'đúng',
    'nhập lại số',
    'kim liên',
    'tối',
  ],
  'my-data': [
    'xem',
    'sửa thông tin',
    'rút lại đồng ý',
    'xoá hết',
    'tôi muốn xoá hết',
    'tôi giữ lại',
    'tôi rút lại',
  ],
  'verify-agent': ['chị Hoa', 'Nguyễn Thị Mẫu An', '0900000101', 'thẻ MAU-NA-0001'],
  'scam-check': [
    'không cái nào',
    'không',
    'không hẹn ai',
    'xin mã OTP',
    'có giục',
    'kim liên',
    'xã khác',
    'bỏ qua',
  ],
  'meeting-code': ['12', '4827', 'mã 1 2 3 4'],
  'commune-today': ['xã Diễn Hoàng', 'kim liên', 'xã khác', 'phường hưng bình cũ'],
  'change-call-time': ['mai', 'buổi chiều', '9h sáng', 'bỏ qua'],
}
const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', '{', '{rural-poverty-line}', '{{x}}', '1', '2', '99', 'bỏ qua', 'không', '0'),
)

describe.each(journeys)('$id', (journey) => {
  const world = worldOn(today)
  const lines = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(deep[journey.id] ?? [])) }, anything)

  test('whatever people type, it never throws, and no answer is lost on the way to storage and back', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 25 }), (said) => {
        said.reduce((moved, text) => sayNext(journey, moved, text), journey.begin(world))
      }),
    )
  })

  test('whatever is answered, skipped, taken back and corrected, skipping the rest always comes to a result', () => {
    const never = [
      'find-collection-point',
      'request-callback',
      'my-data',
      'verify-agent',
      'meeting-code',
      'commune-today',
    ]
    if (never.includes(journey.id)) return // a place, a phone, a wish, somebody and a code cannot be skipped
    const acts = fc.array(fc.oneof(lines, fc.constantFrom('<back>', '<edit>')), { maxLength: 15 })
    fc.assert(
      fc.property(acts, (said) => {
        let moved = said.reduce((now, text) => actOn(journey, now, text), journey.begin(world))
        const income = journey.id === 'contribution-quote' ? ['2 triệu'] : []
        const rest = [...Array<string>(12).fill('bỏ qua'), ...income, ...Array<string>(3).fill('bỏ qua')]
        for (const text of journey.id === 'household-health-quote' ? ['3', ...rest] : rest)
          moved = moved.kind === 'ended' ? moved : journey.answer(moved.progress, { text }, world)
        expect(moved.kind).toBe('ended')
      }),
    )
  })

  function actOn(among: Journey<typeof world>, moved: Moved, text: string): Moved {
    const progress = moved.kind === 'ended' ? { answers: moved.answers, asking: '' } : moved.progress
    if (text === '<back>') return among.takeBack(progress, world)
    if (text === '<edit>') return among.takeBack(progress, world, Object.keys(progress.answers)[0])
    return moved.kind === 'ended' ? moved : among.answer(progress, { text }, world)
  }

  function sayNext(among: Journey<typeof world>, moved: Moved, text: string): Moved {
    if (moved.kind === 'ended') return moved
    const saved = JSON.parse(JSON.stringify(moved.progress)) as Progress // just written from one
    expect(saved).toEqual(moved.progress)
    const after = among.answer(saved, { text }, world)
    if (after.kind !== 'asking') return after
    const fallen = new Set([saved.asking, ...(saved.asking === 'phone' ? ['phoneRight'] : [])])
    const kept = Object.fromEntries(Object.entries(saved.answers).filter(([name]) => !fallen.has(name)))
    expect(after.progress.answers).toMatchObject(kept)
    return after
  }
})

/** Words that start each journey. */
const starts: Readonly<Record<string, string>> = {
  'contribution-quote': 'tính bhxh tự nguyện',
  'household-health-quote': 'tính bhyt gia đình',
  'find-collection-point': 'tìm điểm thu',
  'request-callback': 'nhờ gọi lại',
  'voluntary-check': 'ai được tham gia bhxh tự nguyện',
  'support-check': 'xem phần nhà nước góp',
  'maternity-check': 'xem thai sản tự nguyện',
  'pension-check': 'xem lương hưu',
  'lump-sum-check': 'xem rút một lần',
  'lump-sum-compare': 'rút hay để lại',
  'unemployment-check': 'xem thất nghiệp',
  'household-check': 'xem bhyt hộ gia đình',
  'health-group-check': 'xem bhyt miễn phí',
  'verify-agent': 'kiểm tra nhân viên',
  'scam-check': 'có người xưng BHXH gọi tôi',
  'meeting-code': 'mã gặp mặt',
  'change-call-time': 'đổi giờ gọi',
  'commune-today': 'xem tên xã mới',
}

test('every journey is played here, and starts with its words', () => {
  expect(Object.keys(deep).sort()).toEqual(journeys.map(({ id }) => id).sort())
  expect(Object.entries(starts).filter(([id, said]) => readCommand(said) !== id)).toEqual([])
})

/** Talks that are in the middle of something, by what was said so far. */
const states: readonly (readonly string[])[] = [
  [],
  ['menu'],
  ['đóng bhxh tự nguyện thấp nhất bao nhiêu'],
  ...Object.entries(deep).flatMap(([id, answers]) => {
    const start = starts[id] ?? id
    return [0, ...answers.keys()].map((count) => ['menu', start, ...answers.slice(0, count)])
  }),
]

const secret = '040085001234'
const taps = [
  '#go:menu',
  '#go:nowhere',
  '#faq:none',
  '#edit:group',
  '#edit:x',
  '#agree:aaaa',
  '#c:Hộ nghèo',
  '#',
  '#c:',
]
const line: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        ...Object.values(deep).flat(),
        'menu',
        '1',
        '2',
        '3',
        '4',
        'quay lại',
        'sửa',
        'vì sao',
        'cảm ơn',
      )
      .map(words),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'bhyt hộ gia đình đóng bao nhiêu',
        'mất thẻ bhyt làm sao',
        'giá vàng hôm nay',
        `cccd ${secret}`,
      )
      .map(words),
  },
  { weight: 2, arbitrary: anything.map(words) },
  { weight: 1, arbitrary: fc.constantFrom(...taps).map((payload) => words(payload, payload)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Said>(
      { kind: 'arrived' },
      { kind: 'wordless', what: 'image' },
      { kind: 'wordless', what: 'location' },
    ),
  },
)

test('whatever people send, every turn answers, leaves no hole in the words, and keeps no secret', async () => {
  const turns = fc.array(fc.tuple(line, fc.constantFrom(300, 1_900, 30_000)), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(turns, async (said) => {
      let session: string | undefined
      let at = Date.UTC(2026, 10, 24, 2)
      for (const [one, afterMs] of said) {
        at += afterMs
        const turn: Turn = await bot.runTurn({
          heard: [{ said: one, sentAt: new Date(at) }],
          session,
          today,
          code: `a${at}`,
        })
        session = turn.session
        expect(turn.replies.length).toBeGreaterThan(0)
        for (const { text } of turn.replies) expect(text.trim()).toMatch(/^[^{}]+$/)
        expect(session).not.toContain(secret)
        expect(
          turn.effects.filter((effect) => effect.do === 'capture-lead' && effect.lead.phone === ''),
        ).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Each word for everywhere, and what must be true after it. */
const everywhere: Readonly<Record<string, (after: Turn) => void>> = {
  huỷ: ({ session }) => expect(openJourney(session)).toBe(false),
  'về đầu': (after) => {
    expect(openJourney(after.session)).toBe(false)
    expect(labelsOf(after)).toContain('Gặp người')
  },
  'gặp người': (after) => {
    expect(textOf(after)).toContain(desk.hotline)
    expect(after.effects).toEqual([{ do: 'call-a-person', reason: 'asked' }])
  },
  dừng: ({ session }) => expect(openJourney(session)).toBe(false),
  'quay lại': (after) => expect(textOf(after)).not.toContain('chưa hiểu'),
  sửa: (after) => expect(textOf(after)).not.toContain('chưa hiểu'),
}

describe.each(states.map((said) => ({ name: said.join(' → ') || 'a new thread', said })))(
  'after $name',
  ({ said }) => {
    test.each(Object.keys(everywhere).flatMap((word) => [word, fold(word), `${word} nhé`]))(
      '"%s" works',
      async (word) => {
        const before = await play(said)
        const after = await bot.runTurn(input(words(word), before, said.length))
        const key = Object.keys(everywhere).find(
          (one) => word === one || word === fold(one) || word === `${one} nhé`,
        )
        const asksBack = word === 'dung' && labelsOf(after).includes('Dừng') // "đúng" makes sense here too
        if (!asksBack) everywhere[key ?? '']?.(after)
        expect(after.replies.length).toBeGreaterThan(0)
      },
    )
  },
)

const played = new Map<string, Promise<string | undefined>>()

function play(said: readonly string[]): Promise<string | undefined> {
  const key = said.join('\n')
  const known = played.get(key)
  if (known) return known
  const last = said.at(-1)
  const session =
    last === undefined
      ? Promise.resolve(undefined)
      : play(said.slice(0, -1)).then(
          async (before) => (await bot.runTurn(input(words(last), before, said.length - 1))).session,
        )
  played.set(key, session)
  return session
}

function input(said: Said, session: string | undefined, turn: number) {
  const sentAt = new Date(Date.UTC(2026, 10, 24, 2, turn))
  return { heard: [{ said, sentAt }] as const, session, today, code: `c0de${turn}` } as const
}

function words(text: string, payload?: string): Said {
  return payload === undefined ? { kind: 'words', text } : { kind: 'words', text, payload }
}

const openJourney = (session: string) => readSession(session).session.dialogs !== null
const textOf = ({ replies }: Turn) => replies.map(({ text }) => text).join('\n')
const labelsOf = ({ replies }: Turn) => replies.flatMap(({ buttons }) => buttons.map(({ label }) => label))
