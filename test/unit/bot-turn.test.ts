import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import type { Desk } from '../../src/bot/desk.ts'
import type { Said } from '../../src/conversation/said.ts'
import type { Turn } from '../../src/conversation/turn.ts'
import { desk, knowledge } from '../support/talk.ts'

const bot = createBot(knowledge, desk)
const words = (text: string, payload?: string): Said =>
  payload === undefined ? { kind: 'words', text } : { kind: 'words', text, payload }

/** A talk by hand: every message so many milliseconds after the one before. */
class Talk {
  session: string | undefined
  readonly #bot
  #at = new Date('2026-11-24T02:00:00Z').getTime()
  #turn = 0

  constructor(from: Desk = desk) {
    this.#bot = from === desk ? bot : createBot(knowledge, from)
  }

  async say(said: Said | string, afterMs = 30_000): Promise<Turn> {
    this.#at += afterMs
    this.#turn += 1
    const heard = { said: typeof said === 'string' ? words(said) : said, sentAt: new Date(this.#at) }
    const code = `c0de${this.#turn}`
    const turn = await this.#bot.runTurn({ heard: [heard], session: this.session, today: '2026-11-24', code })
    this.session = turn.session
    return turn
  }

  async sayAll(...lines: readonly string[]): Promise<Turn> {
    for (const line of lines.slice(0, -1)) await this.say(line)
    return this.say(lines.at(-1) ?? '')
  }
}

const textOf = ({ replies }: Turn) => replies.map(({ text }) => text).join('\n')
const labelsOf = ({ replies }: Turn) => replies.flatMap(({ buttons }) => buttons.map(({ label }) => label))
const toConsent = ['nhờ gọi lại', 'cho tôi', 'đủ rồi']

describe('the first answer of a thread', () => {
  test.each([
    words('alo'),
    words('bhyt mua ở đâu'),
    { kind: 'arrived' },
    { kind: 'wordless', what: 'sticker' },
  ] as const)(
    'says it is a bot, who runs it, what is kept and how long, and where to read more (%o)',
    async (said) => {
      const talk = new Talk()
      const [first] = (await talk.say(said)).replies
      for (const part of ['tự động', desk.operator, '90 ngày', desk.privacyUrl])
        expect(first?.text).toContain(part)
      expect(textOf(await talk.say('menu'))).not.toContain(desk.privacyUrl)
    },
  )
})

describe('consent', () => {
  test('the button of this turn is consent, and the proof names the exact words shown and the payload', async () => {
    const talk = new Talk()
    const asked = await talk.sayAll(...toConsent)
    const shown = asked.replies.map(({ text }) => text)
    const [agree, refuse] = asked.replies.at(-1)?.buttons ?? []
    const { effects } = await talk
      .say(words('Tôi đồng ý', agree?.payload))
      .then(() =>
        talk.sayAll('cô Lan', '0912 345 678', 'đúng rồi', 'xã kim liên', 'sáng', 'bỏ qua', 'sợ bị lừa'),
      )
    const [captured] = effects
    if (captured?.do !== 'capture-lead') throw new Error('expected a lead')
    const exactly = [...shown, agree?.label, refuse?.label].join('\n')
    expect(captured.consents).toEqual([
      {
        purpose: 'call-back',
        by: 'self',
        textVersion: expect.stringMatching(/^call-back-[0-9a-f]{8}$/) as string,
        textHash: createHash('sha256').update(exactly).digest('hex'),
        how: 'button',
        given: agree?.payload,
      },
    ])
    expect(captured.lead).toMatchObject({
      forWhom: 'self',
      addressAs: 'cô Lan',
      phone: '+84912345678',
      commune: { code: '17971', province: 'Nghệ An' },
      bestTime: 'morning',
    })
  })

  test('the button of an older turn is not: the question is shown again with a new code', async () => {
    const talk = new Talk()
    const first = await talk.sayAll(...toConsent)
    await talk.say('bhyt hộ gia đình đóng bao nhiêu một năm')
    const turn = await talk.say(words('Tôi đồng ý', first.replies.at(-1)?.buttons[0]?.payload))
    expect(labelsOf(turn)).toEqual(['Tôi đồng ý', 'Tôi không đồng ý'])
    expect(textOf(turn)).not.toContain('xưng hô')
  })

  test('the exact words typed count, and are kept as typed', async () => {
    const talk = new Talk()
    const { effects } = await talk.sayAll(
      ...toConsent,
      'TÔI đồng ý',
      'bỏ qua',
      '0912345678',
      'đúng',
      'kim lien',
      'tối',
      'bhyt',
      'bỏ qua',
    )
    expect(effects[0]).toMatchObject({ consents: [{ how: 'words', given: 'TÔI đồng ý' }] })
  })

  test.each(['1', 'ok', 'đồng ý', 'ừ', '#agree:c0de1', 'tôi đồng ý nhưng để mai'])(
    'anything else is no: "%s"',
    async (text) => {
      const talk = new Talk()
      const turn = await talk.sayAll(...toConsent, text)
      expect(textOf(turn)).toContain('gõ đúng câu "Tôi đồng ý"')
      expect(turn.effects).toEqual([])
    },
  )

  const whom = ['nhờ gọi lại', 'cho mẹ', 'đủ rồi', 'Tôi đồng ý', 'gọi người nhà']
  const rest = ['bà Tư', '0912 345 678', 'đúng rồi', 'xã kim liên', 'sáng', 'bhyt', 'bỏ qua']

  test('a mother is called only when she agreed herself: hers is a second proof, of the words she was shown', async () => {
    const talk = new Talk()
    const asked = await talk.sayAll(...whom)
    expect(labelsOf(asked)).toEqual(['Tôi đồng ý', 'Tôi không đồng ý'])
    const { effects } = await talk.sayAll('Tôi đồng ý', ...rest)
    expect(effects[0]).toMatchObject({
      lead: { forWhom: 'parent', contact: 'beneficiary', addressAs: 'bà Tư' },
      consents: [
        { by: 'self' },
        { by: 'parent', textVersion: expect.stringMatching(/^call-beneficiary-/) as string },
      ],
    })
  })

  test('when she does not, only whoever writes is called', async () => {
    const talk = new Talk()
    expect(textOf(await talk.sayAll(...whom, 'để tính đã'))).toContain('chỉ gọi cho bác')
    const { effects } = await talk.sayAll(...rest)
    expect(effects[0]).toMatchObject({ lead: { contact: 'writer' }, consents: [{ by: 'self' }] })
  })

  test('without a phone somebody answers in the chat; a parent cannot be reached that way', async () => {
    const talk = new Talk()
    await talk.sayAll(...toConsent, 'Tôi đồng ý', 'bỏ qua', 'liên hệ qua zalo này')
    const { effects } = await talk.sayAll('kim lien', 'bỏ qua', 'bỏ qua', 'thẻ sắp hết hạn')
    expect(effects[0]).toMatchObject({ lead: { phone: undefined, worry: 'expiring', programme: 'general' } })
    const other = new Talk()
    const asked = await other.sayAll(...whom, 'Tôi đồng ý', 'bà Tư')
    expect(labelsOf(asked)).toEqual([])
    expect(textOf(await other.say('qua zalo này'))).toContain('chưa đọc được số')
  })

  test('refusing loses nothing: questions are answered and sums are worked out', async () => {
    const talk = new Talk()
    await talk.sayAll(...toConsent, 'Tôi không đồng ý')
    expect(textOf(await talk.say('thẻ bhyt bị mất làm lại ở đâu'))).toContain('Căn cứ')
    const quote = await talk.sayAll('tính bhxh tự nguyện', 'không thuộc diện nào', '2 triệu', '3')
    expect(textOf(quote)).toContain('Mỗi kỳ 3 tháng')
  })
})

describe('what must not be kept', () => {
  test.each([
    'cccd 040085001234 nhé',
    'the bhyt cua toi la HN4797912345678 hết hạn chưa',
    'mã OTP là 482913',
  ])('covers "%s" before anything is remembered, and says so kindly', async (text) => {
    const talk = new Talk()
    expect(textOf(await talk.say(text))).toContain('che')
    expect(talk.session).not.toMatch(/040085001234|4797912345678|482913/)
  })

  test('also when it is typed as if it were a button', async () => {
    const talk = new Talk()
    await talk.say(words('#040085001234', '#040085001234'))
    expect(talk.session).not.toContain('040085001234')
  })

  test('a phone number is not kept before consent', async () => {
    const talk = new Talk()
    const turn = await talk.say('0912345678')
    expect(labelsOf(turn)).toContain('Nhờ người gọi lại')
    expect(talk.session).not.toMatch(/912345678/)
  })
})

describe('several short messages', () => {
  test('within two seconds are one thought', async () => {
    const talk = new Talk()
    await talk.say('nha toi')
    const turn = await talk.say('mất thẻ bhyt phải làm sao', 1_500)
    expect(textOf(turn)).toContain('Căn cứ')
  })

  test('never count as two errors', async () => {
    const talk = new Talk()
    await talk.sayAll('tính bhxh tự nguyện', 'ơ kìa')
    expect(textOf(await talk.say('sao thế', 1_000))).not.toContain('người thật')
    expect(textOf(await talk.say('gì vậy', 5_000))).toContain('người thật')
  })

  test('a tap, a word for everywhere, or a good answer stands for itself, however quick', async () => {
    const talk = new Talk()
    await talk.sayAll('tính bhxh tự nguyện', 'ơ kìa')
    expect(textOf(await talk.say('hộ nghèo', 500))).toContain('thu nhập')
    expect(textOf(await talk.say('quay lại', 500))).toContain('diện nào')
  })

  test('in one batch are joined before anything else', async () => {
    const heard = ['mất', 'thẻ bhyt', 'làm lại ở đâu'].map((text, i) => ({
      said: words(text),
      sentAt: new Date(Date.UTC(2026, 10, 24, 2, 0, i)),
    }))
    const [first, ...rest] = heard
    if (!first) throw new Error('no message')
    const turn = await bot.runTurn({
      heard: [first, ...rest],
      session: undefined,
      today: '2026-11-24',
      code: 'c',
    })
    expect(textOf(turn)).toContain('Căn cứ')
  })
})

describe('nobody is left standing', () => {
  test('a button of a journey that is over leads home', async () => {
    expect(labelsOf(await new Talk().say(words('Diện hỗ trợ', '#edit:group')))).toContain('Gặp người')
  })

  test('a session that cannot be read, or a journey that is no more, starts over politely', async () => {
    const talk = new Talk()
    talk.session = '{"v":0}'
    expect(textOf(await talk.say('menu'))).toContain('xin lỗi')
    await talk.say('tính bhxh tự nguyện')
    talk.session = talk.session.replaceAll('contribution-quote', 'dropped-journey')
    expect(textOf(await talk.say('hộ nghèo'))).toContain('bắt đầu lại')
  })

  test('an open question survives what is not an answer: stickers, greetings, coming back', async () => {
    const talk = new Talk()
    await talk.say('tính bhxh tự nguyện')
    for (const said of [
      { kind: 'wordless', what: 'sticker' },
      { kind: 'arrived' },
      'cảm ơn nhiều nhé',
    ] as const)
      expect(labelsOf(await talk.say(said))).toContain('Hộ nghèo')
  })

  test('not understood twice in the same place offers a person; without a hotline it names the office', async () => {
    const talk = new Talk({ ...desk, hotline: undefined })
    expect(labelsOf(await talk.sayAll('tính bhxh tự nguyện', 'ơ kìa', 'gì thế'))).toContain('Gặp người')
    const turn = await talk.say('gặp người')
    expect(textOf(turn)).toContain('cơ quan BHXH cơ sở')
    expect(turn.effects).toEqual([{ do: 'call-a-person', reason: 'asked' }])
  })

  test('an answer that leads to the telephone names the page’s own', async () => {
    const talk = new Talk({ ...desk, hotline: '0239 111 222', officeHours: '8h–16h' })
    const said = textOf(await talk.say('số tổng đài để phản ánh là gì'))
    expect(said).toContain('0239 111 222')
    expect(said).toContain('8h–16h')
    expect(said).not.toContain('{')
  })

  test('a cry for help closes the journey and is never taken for a name', async () => {
    const talk = new Talk()
    const turn = await talk.sayAll(...toConsent, 'Tôi đồng ý', 'muốn chết')
    expect(turn.effects).toEqual([{ do: 'call-a-person', reason: 'safety' }])
  })

  test('a day the law does not cover is said so, and a person is offered', async () => {
    const turn = await bot.runTurn({
      heard: [{ said: words('tính bhxh tự nguyện'), sentAt: new Date('2031-01-02T02:00:00Z') }],
      session: undefined,
      today: '2031-01-02',
      code: 'c',
    })
    const asked = await bot.runTurn({
      heard: [{ said: words('hộ nghèo'), sentAt: new Date('2031-01-02T02:01:00Z') }],
      session: turn.session,
      today: '2031-01-02',
      code: 'c',
    })
    expect(labelsOf(asked)).toContain('Gặp người')
  })
})

describe('a sum', () => {
  const toQuote = ['tính bhxh tự nguyện', 'không thuộc diện nào', '1,5 triệu', 'hằng tháng']

  test('can be explained, one step a line', async () => {
    const talk = new Talk()
    await talk.sayAll(...toQuote)
    const steps = textOf(await talk.say('vì sao ra số này?')).split('\n')
    expect(steps.filter((line) => /^\d+\. /.test(line)).length).toBeGreaterThan(5)
    expect(steps.join('\n')).toContain('1.500.000 đồng × 22%')
  })

  test('can be worked again with one answer changed', async () => {
    const talk = new Talk()
    await talk.sayAll(...toQuote)
    expect(labelsOf(await talk.say('sửa'))).toEqual(['Diện hỗ trợ', 'Mức thu nhập đã chọn', 'Kỳ đóng'])
    expect(textOf(await talk.sayAll('Mức thu nhập đã chọn', '2 triệu'))).toContain('374.000 đồng')
  })

  test('goes to the agent as it was shown, with what was explained before', async () => {
    const talk = new Talk()
    await talk.sayAll(...toQuote, ...toConsent)
    const { effects } = await talk.sayAll(
      'Tôi đồng ý',
      'bỏ qua',
      '0912345678',
      'đúng',
      'xã khác',
      'bỏ qua',
      'bỏ qua',
    )
    expect(effects[0]).toMatchObject({
      lead: {
        worry: undefined,
        programme: 'voluntary',
        commune: { code: '' },
        bestTime: 'any',
        quote: { on: '2026-11-24', say: expect.stringContaining('264.000 đồng') as string },
      },
    })
  })
})

test('the promise says who calls, by when, with which codes, and what they will never ask for', () => {
  const promise = {
    ...{ leadCode: 'AC34', addressAs: 'cô Lan', callBefore: new Date('2026-11-25T02:05:00Z') },
    ...{ meetingCode: '4827', byChat: false },
  }
  const agent = { kind: 'agent', name: 'Nguyễn Thị A', organisation: 'Bưu điện' } as const
  const wordsOf = (replies: readonly { readonly text: string }[]) =>
    replies.map(({ text }) => text).join('\n')
  const said = wordsOf(bot.sayPromise({ ...promise, caller: agent }))
  const never = ['OTP', 'tài khoản cá nhân', 'ứng dụng lạ', 'biên lai']
  for (const part of ['Nguyễn Thị A', 'Bưu điện', 'AC34', '4827', '9 giờ 05 ngày 25/11', ...never])
    expect(said).toContain(part)
  const office = { kind: 'office', name: 'BHXH cơ sở Vinh' } as const
  expect(wordsOf(bot.sayPromise({ ...promise, caller: office }))).toContain('BHXH cơ sở Vinh')
  expect(wordsOf(bot.sayPromise({ ...promise, caller: { kind: 'desk' } }))).toContain(desk.operator)
  const byChat = wordsOf(bot.sayPromise({ ...promise, caller: { kind: 'desk' }, byChat: true }))
  expect(byChat).not.toContain('4827') // nobody comes and nobody calls
  for (const part of never) expect(byChat).toContain(part)
})
