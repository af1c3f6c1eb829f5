import { describe, expect, test } from 'vitest'
import { fitReply } from '../../src/conversation/fit-reply.ts'

const limits = { textLength: 40, buttons: 2, buttonLength: 8 }
const button = (label: string) => ({ label, payload: `#${label}` })

describe('what fits is left alone', () => {
  test('text and buttons within the limits', () => {
    const reply = { text: 'Bác đồng ý không ạ?', buttons: [button('Đồng ý'), button('Không')] }
    expect(fitReply(reply, limits)).toEqual([reply])
  })

  test('nothing to say is no message', () => {
    expect(fitReply({ text: '  ', buttons: [] }, limits)).toEqual([])
  })
})

describe('long text', () => {
  const text = 'Câu một ngắn thôi ạ. Câu hai thì dài hơn một chút. Hết.'

  test('is cut at the end of a sentence, and the buttons stand on the last piece', () => {
    const buttons = [button('Đồng ý')]
    expect(fitReply({ text, buttons }, limits)).toEqual([
      { text: 'Câu một ngắn thôi ạ.', buttons: [] },
      { text: 'Câu hai thì dài hơn một chút. Hết.', buttons },
    ])
  })

  test('is cut at the end of a word when a sentence is too long', () => {
    const pieces = fitReply({ text: 'một hai ba bốn năm sáu', buttons: [] }, { ...limits, textLength: 10 })
    expect(pieces.map(({ text }) => text)).toEqual(['một hai ba', 'bốn năm', 'sáu'])
  })

  test('a word longer than a message is cut, for want of anything better', () => {
    const pieces = fitReply({ text: 'a'.repeat(25), buttons: [] }, { ...limits, textLength: 10 })
    expect(pieces.map(({ text }) => text.length)).toEqual([10, 10, 5])
  })

  test('an amount is not the end of a sentence', () => {
    const pieces = fitReply(
      { text: 'Mỗi tháng đóng 1.500.000 đồng', buttons: [] },
      { ...limits, textLength: 26 },
    )
    expect(pieces.map(({ text }) => text)).toEqual(['Mỗi tháng đóng 1.500.000', 'đồng'])
  })

  test('is counted in composed letters: decomposed tone marks do not shorten a message', () => {
    const composed = 'Bảo hiểm xã hội tự nguyện cho mọi người.'.normalize('NFC')
    expect([...composed]).toHaveLength(40)
    expect(fitReply({ text: composed.normalize('NFD'), buttons: [] }, limits)).toEqual([
      { text: composed, buttons: [] },
    ])
  })
})

describe('choices the channel cannot show', () => {
  test('too many: all are numbered in the text, and the numbers that fit can be tapped', () => {
    const buttons = [button('Một'), button('Hai'), button('Ba')]
    expect(fitReply({ text: 'Bác chọn gì ạ?', buttons }, limits)).toEqual([
      {
        text: 'Bác chọn gì ạ?\n1. Một\n2. Hai\n3. Ba',
        buttons: [
          { label: '1', payload: '#Một' },
          { label: '2', payload: '#Hai' },
        ],
      },
    ])
  })

  test('one label too long: all are numbered, so that they look alike', () => {
    const buttons = [button('Không'), button('Dân tộc thiểu số')]
    expect(fitReply({ text: 'Bác thuộc diện nào?', buttons }, { ...limits, textLength: 99 })).toEqual([
      {
        text: 'Bác thuộc diện nào?\n1. Không\n2. Dân tộc thiểu số',
        buttons: [
          { label: '1', payload: '#Không' },
          { label: '2', payload: '#Dân tộc thiểu số' },
        ],
      },
    ])
  })

  test('a text of several lines stands apart from its list', () => {
    const [only] = fitReply({ text: 'Đáp.\nCăn cứ.', buttons: [button('Có')] }, { ...limits, buttons: 0 })
    expect(only?.text).toBe('Đáp.\nCăn cứ.\n\n1. Có')
  })
  test('a channel without buttons still shows every choice', () => {
    const pieces = fitReply({ text: 'Chọn ạ?', buttons: [button('Có')] }, { ...limits, buttons: 0 })
    expect(pieces).toEqual([{ text: 'Chọn ạ?\n1. Có', buttons: [] }])
  })

  test('buttons without a text become a list: no platform sends an empty message', () => {
    const [piece] = fitReply({ text: '', buttons: [button('Có')] }, limits)
    expect(piece).toEqual({ text: '1. Có', buttons: [{ label: '1', payload: '#Có' }] })
  })

  test('a list is cut between its lines', () => {
    const buttons = [button('Một hai ba bốn'), button('Năm sáu bảy'), button('Tám chín mười')]
    const pieces = fitReply({ text: 'Chọn ạ?', buttons }, { ...limits, textLength: 28 })
    const lines = pieces.flatMap(({ text }) => text.split('\n'))
    expect(lines).toEqual(['Chọn ạ?', '1. Một hai ba bốn', '2. Năm sáu bảy', '3. Tám chín mười'])
  })
})
