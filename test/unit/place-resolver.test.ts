import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPlaces } from '../../src/adapters/files/load-places.ts'
import { provinceNamed, resolvePlace } from '../../src/places/resolve-place.ts'

const places = loadPlaces('.')
const NGHE_AN = '40'

test.each([
  ['hn', 'Hà Nội'],
  ['sg', 'TP. Hồ Chí Minh'],
  ['tphcm', 'TP. Hồ Chí Minh'],
  ['brvt', 'TP. Hồ Chí Minh'],
  ['q1 hcm', 'TP. Hồ Chí Minh'],
  ['q.1', 'TP. Hồ Chí Minh'],
  ['daklak', 'Đắk Lắk'],
  ['vp', 'Phú Thọ'],
  ['mcc', 'Lào Cai'],
  ['phuc yen vinh phuc', 'Phú Thọ'],
  ['gia nghĩa đăk nông', 'Lâm Đồng'],
  ['tuy hoà phú yên', 'Đắk Lắk'],
  ['phủ lý hà nam', 'Ninh Bình'],
  ['hoà bình bạc liêu', 'Cà Mau'],
  ['châu thành kiên giang', 'An Giang'],
  ['huyện Long Thành, Đồng Nai', 'Đồng Nai'],
  ['tp qui nhon', 'Gia Lai'],
  ['em ở nghệ an ạ', 'Nghệ An'],
])('"%s" is surely in %s', (text, province) => {
  expect(resolvePlace(text, places)).toMatchObject({ province, commune: null, sure: true, candidates: [] })
})

test.each([
  ['hg', ['Tuyên Quang', 'Cần Thơ']],
  ['bd', ['Gia Lai', 'TP. Hồ Chí Minh']],
])('"%s" may be several provinces', (text, provinces) => {
  const { province, sure, candidates } = resolvePlace(text, places)
  expect({ province, sure }).toEqual({ province: null, sure: false })
  expect(candidates.map((one) => one.province)).toEqual(provinces)
})

describe('communes of the demo province', () => {
  test.each([
    ['xã kim liên huyện nam đàn nghệ an', 'Xã Kim Liên', '17971'],
    ['p. hưng dũng tp vinh', 'Phường Trường Vinh', '16690'],
    ['hung dung vinh', 'Phường Trường Vinh', '16690'],
    ['xa dien ky dien chau', 'Xã Đức Châu', '17416'],
    ['cửa lò', 'Phường Cửa Lò', '16732'],
  ])('"%s" is %s', (text, commune, code) => {
    expect(resolvePlace(text, places)).toMatchObject({ province: 'Nghệ An', commune, code, sure: true })
  })

  test('a commune name that several provinces share is sure only on the page of one of them', () => {
    expect(resolvePlace('xã kim liên', places)).toMatchObject({ province: null, sure: false })
    expect(resolvePlace('xã kim liên', places, NGHE_AN)).toMatchObject({ code: '17971', sure: true })
  })

  test('a former district that is also a commune today: the namesake is a guess, the others are told', () => {
    const { commune, sure, within } = resolvePlace('diễn châu', places, NGHE_AN)
    expect({ commune, sure, within: within.length }).toEqual({
      commune: 'Xã Diễn Châu',
      sure: false,
      within: 8,
    })
  })

  test('a split commune is asked back', () => {
    const { commune, sure, candidates } = resolvePlace('hợp thành yên thành', places)
    expect({ commune, sure }).toEqual({ commune: null, sure: false })
    expect(candidates.map((one) => one.commune)).toEqual(['Xã Yên Thành', 'Xã Quang Đồng'])
  })

  test('a former district named alone offers the communes it became', () => {
    const { within, sure } = resolvePlace('tp vinh', places, NGHE_AN)
    expect(sure).toBe(true)
    expect(within.map((one) => one.commune)).toContain('Phường Thành Vinh')
  })

  test('a commune nobody knows leaves the province, unsure', () => {
    expect(resolvePlace('xã abc nghệ an', places)).toMatchObject({
      province: 'Nghệ An',
      commune: null,
      sure: false,
    })
  })
})

test('places that contradict each other are not sure', () => {
  expect(resolvePlace('nam đàn hà nội', places)).toMatchObject({ province: 'Hà Nội', sure: false })
})

test.each(['em muốn hỏi chút', '', '123'])('"%s" names no place', (text) => {
  expect(resolvePlace(text, places)).toMatchObject({ province: null, sure: false, candidates: [] })
})

test('a setting may name a province by any of its names', () => {
  expect(provinceNamed('nghe an', places)?.code).toBe(NGHE_AN)
  expect(provinceNamed('hg', places)).toBeUndefined()
})

test('a misspelt name is found where it sounds the same, and asked about where it only looks alike', () => {
  expect(resolvePlace('ngi phú', places, NGHE_AN)).toMatchObject({ commune: 'Phường Vinh Phú', sure: true })
  expect(resolvePlace('xã kim lein', places, NGHE_AN)).toMatchObject({ commune: 'Xã Kim Liên', sure: false })
})

test.each(['thống nhất lại với gia đình đã', 'để mai em trả lời', 'cho em hỏi đóng bảo hiểm bao nhiêu'])(
  'the sentence "%s" on the page of Nghệ An names no place',
  (text) => {
    expect(resolvePlace(text, places, NGHE_AN)).toMatchObject({ province: null, candidates: [], within: [] })
  },
)

test('a place of another province is found from the page of Nghệ An', () => {
  expect(resolvePlace('phường bến nghé', places, NGHE_AN)).toMatchObject({
    province: 'TP. Hồ Chí Minh',
    commune: 'Phường Sài Gòn',
    sure: true,
    former: { name: 'Phường Bến Nghé' },
  })
})

const cases = readFileSync('test/fixtures/places/cases.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | '))

test.each(cases)('"%s" → %s, %s, %s, choices %s', (text = '', ...expected) => {
  const read = resolvePlace(text, places)
  const names = read.candidates.map((one) => one.commune ?? one.province).join('; ')
  expect([read.province ?? '-', read.commune ?? '-', read.sure ? 'sure' : 'ask', names || '-']).toEqual(
    expected,
  )
})
