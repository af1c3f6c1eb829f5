import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadDemo, loadPlaces } from '../../src/adapters/files/load-places.ts'
import { readPhone } from '../../src/conversation/read-phone.ts'
import { resolvePlace } from '../../src/places/resolve-place.ts'

const places = loadPlaces('.')
const demo = loadDemo('.')

test('all 63 provinces of before July 2025 lead to one province of today', () => {
  const today = new Map(places.districts.map(({ formerProvince, province }) => [formerProvince, province]))
  expect(today.size).toBe(63)
  for (const [name, code] of today) {
    const { province, sure } = resolvePlace(name, places)
    expect({ name, province, sure }).toEqual({
      name,
      province: places.provinceByCode.get(code)?.name,
      sure: true,
    })
  }
})

test('every former district with its province leads to the province of today', () => {
  const wrong = places.districts.filter(({ name, formerProvince, province }) => {
    const read = resolvePlace(`${name}, ${formerProvince}`, places)
    return read.province !== places.provinceByCode.get(province)?.name
  })
  expect(wrong.map(({ name }) => name)).toEqual([])
  expect(places.districts.length).toBeGreaterThan(690)
})

test('the demo data is invented, complete, and reachable', () => {
  expect(demo.invented).toBe(true)
  expect(demo.agents).toHaveLength(30)
  expect(demo.points).toHaveLength(15)
  expect(new Set(demo.agents.map(({ phone }) => phone)).size).toBe(30)
  for (const { phone } of [...demo.agents, ...demo.offices]) expect(readPhone(phone)?.kind).toBe('mobile')
  const covered = new Set(
    demo.agents.filter(({ status }) => status === 'active').flatMap(({ communes }) => communes),
  )
  expect(covered.size).toBe(12)
})

test.each(readdirSync('knowledge/places'))('knowledge/places/%s is written in NFC', (file) => {
  const text = readFileSync(`knowledge/places/${file}`, 'utf8')
  expect(text === text.normalize('NFC')).toBe(true)
})
