import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { startTalk, knowledge } from '../support/talk.ts'

const today = '2026-11-24'
const grievances = ['doanh-nghiep-no-bhxh', 'khieu-nai-phan-anh']

/** Questions about an employer's debt and complaints, as the repository has them, that the search answers as such. */
function complaints(): readonly string[] {
  const folder = join(import.meta.dirname, '..', 'retrieval')
  const labelled = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    // Written by hand, checked by retrieval.test.ts.
    .flatMap(
      (name) => parse(readFileSync(join(folder, name), 'utf8')) as readonly { ask: string; topic?: string }[],
    )
    .filter(({ topic = '' }) => grievances.includes(topic))
    .map(({ ask }) => ask)
  const own = knowledge.entries
    .filter(({ topics }) => grievances.includes(topics[0] ?? ''))
    .flatMap(({ ask }) => ask)
  return [...labelled, ...own].filter((text) => {
    const { kind, entries } = knowledge.finder.ask(text)
    return kind === 'answer' && grievances.includes(entries[0]?.entry.topics[0] ?? '')
  })
}

const leadWords = [
  'nhờ gọi lại',
  'cho tôi',
  'đủ',
  'Tôi đồng ý',
  'cô Lan',
  '0912345678',
  'đúng rồi',
  'kim liên',
  'sáng',
  'bỏ qua',
  'bỏ qua',
]

describe('complaints and employers in debt never become leads', () => {
  const all = complaints()

  test('there are enough of them to say so', () => expect(all.length).toBeGreaterThan(60))

  test('no answer offers a call by an agent, and asking for one leads to a person of the desk', async () => {
    const wrong: string[] = []
    for (const text of all) {
      const talk = startTalk(today)
      const first = await talk.say(text)
      const offered = first.replies.flatMap(({ buttons }) => buttons.map(({ label }) => label))
      const asked = await talk.say('nhờ gọi lại')
      const isTurnedAway = asked.replies.some(({ text: said }) =>
        said.includes('nhân viên thu không giải quyết được'),
      )
      if (offered.includes('Nhờ người gọi lại') || !isTurnedAway) wrong.push(text)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test.each([
    'công ty nợ bhxh thì em kêu ai',
    'cô thu bảo hiểm cầm tiền mà không đưa biên lai',
    'chuyển khoản nhầm tiền đóng bảo hiểm',
    'tố cáo công ty trốn đóng bảo hiểm ở đâu',
  ])('"%s", and then every word that would leave a lead', async (text) => {
    const talk = startTalk(today)
    const effects = []
    for (const said of [text, ...leadWords]) effects.push(...(await talk.say(said)).effects)
    expect(effects.filter((effect) => effect.do === 'capture-lead')).toEqual([])
  })

  test('whoever goes on to something else may be called', async () => {
    const talk = startTalk(today)
    const effects = []
    for (const said of ['công ty nợ bhxh thì em kêu ai', 'menu', ...leadWords])
      effects.push(...(await talk.say(said)).effects)
    expect(effects.filter((effect) => effect.do === 'capture-lead')).toHaveLength(1)
  })
})

describe('what must never be in a lead', () => {
  const secrets = {
    'số căn cước của tôi 040085001234': '040085001234',
    'mã số BHXH 4012345678': '4012345678',
    'stk ngân hàng 19033445566778': '19033445566778',
    'mã otp 482913': '482913',
  }

  test.each(Object.entries(secrets))(
    '"%s", typed at any question, is in no word, no button and no lead',
    async (typed, secret) => {
      for (const at of leadWords.keys()) {
        const talk = startTalk(today)
        const scenes = []
        const said = [...leadWords.slice(0, at), typed, ...leadWords.slice(at)]
        for (const text of said) scenes.push(await talk.say(text))
        expect(JSON.stringify(scenes)).not.toContain(secret)
      }
    },
    60_000,
  )

  test('a photo, of a card of identity perhaps, is refused, leaves nothing, and the question is asked again', async () => {
    const talk = startTalk(today)
    for (const text of leadWords.slice(0, 5)) await talk.say(text)
    const { replies, effects } = await talk.say({ kind: 'wordless', what: 'image' })
    expect(replies[0]?.text).toContain('ảnh không được lưu lại')
    expect(replies.at(-1)?.text).toContain('số điện thoại')
    expect(effects).toEqual([])
  })
})
