import { expect, test } from 'vitest'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import { loadScripts } from '../../src/adapters/files/load-scripts.ts'
import { personas, worries } from '../../src/conversation/effect.ts'
import { talkingPoints } from '../../src/leads/talking-points.ts'

const scripts = loadScripts('.')
const policy = loadPolicy('knowledge/policy')
const days = ['2026-11-27', '2027-01-01'] as const

test('every kind of person has words for every worry', () => {
  expect([...scripts.personas.keys()].sort()).toEqual([...personas].sort())
  for (const script of scripts.personas.values())
    expect(Object.keys(script.worries).sort()).toEqual([...worries].sort())
})

test.each(days)('on %s every number in them is in force: no line falls away, no hole is left', (today) => {
  for (const persona of personas) {
    const { parts } = talkingPoints(scripts, { persona }, { today, policy })
    for (const { worry, say } of parts) {
      const written = scripts.personas.get(persona)?.worries[worry].say
      expect(say, `${persona}, ${worry}`).toHaveLength(written?.length ?? -1)
      expect(say.join(' ')).not.toMatch(/[{}]/)
    }
  }
})

test('no number is typed: those of the law come by name', () => {
  const lines = [...scripts.personas.values()].flatMap(({ worries: all }) =>
    Object.values(all).flatMap(({ hear, say, ask }) => [hear, ...say, ask]),
  )
  const typed = lines.map((line) => line.replace(/\{[a-z0-9-]+\}/g, '')).filter((line) => /\d/.test(line))
  expect(typed).toEqual([])
})

test('a known worry brings its own points alone; someone unknown brings what holds in every call', () => {
  const on = { today: days[0], policy }
  expect(
    talkingPoints(scripts, { persona: 'farmer', worry: 'trust' }, on).parts.map(({ worry }) => worry),
  ).toEqual(['trust'])
  const stranger = talkingPoints(scripts, {}, on)
  expect(stranger.parts).toEqual([])
  expect(stranger.promise.join(' ')).toContain('OTP')
})
