import { readFileSync } from 'node:fs'
import { validate, ValidationSeverity } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { numbers } from '../../src/adapters/watch/numbers.ts'
import { environment } from '../../src/config.ts'

// No container engine on the machines this is built on: these files are read, not run.

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).optional(),
})
const alertRule = z.object({ alert: z.string(), expr: z.string() })
const alertFile = z.object({ groups: z.array(z.object({ rules: z.array(alertRule) })) })
const composeFile = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
})
const compose = composeFile.parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }))

test('the Dockerfile is free of findings, runs as nobody special and only what the build left', () => {
  const text = readFileSync('Dockerfile', 'utf8')
  expect(validate(text, { deprecatedMaintainer: ValidationSeverity.ERROR })).toEqual([])
  expect(text).toMatch(/^USER node$/m)
  expect(text).toMatch(/^CMD \["node", "--max-semi-space-size=32", "dist\/program\/main\.js"\]$/m)
  expect(text).not.toMatch(/latest|--ignore-scripts=false/)
})

test('the compose file has PostgreSQL, Redis and two processes that wait for both', () => {
  const programs = Object.values(compose.services).filter(({ image }) => image.startsWith('an-sinh'))
  expect(programs).toHaveLength(2)
  for (const { depends_on } of programs) {
    expect(Object.keys(depends_on ?? {})).toEqual(['postgres', 'redis'])
    for (const name of Object.keys(depends_on ?? {}))
      expect(compose.services[name]?.healthcheck).toBeDefined()
  }
})

test('every setting the compose file gives is one the program knows, and nothing listens to the whole world', () => {
  const programs = Object.values(compose.services).filter(({ image }) => image.startsWith('an-sinh'))
  const given = programs.flatMap(({ environment: set }) => Object.keys(set ?? {}))
  expect(given.filter((key) => !Object.hasOwn(environment.shape, key))).toEqual([])
  const ports = Object.values(compose.services).flatMap(({ ports: open }) => open ?? [])
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([])
})

test('the dashboard and the alerts ask only for numbers the program gives', async () => {
  const away = () => Promise.reject(new Error('away'))
  const text = await numbers({ figures: away, blocked: away }).text()
  const known = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name))
  const asked = ['docs/grafana-dashboard.json', 'docs/alerts.yaml'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(ansinh_\w+|process_\w+|nodejs_\w+)/g)].map(([, name = '']) =>
      name.replace(/_(bucket|count|sum)$/, ''),
    ),
  )
  expect(asked.length).toBeGreaterThan(20)
  expect(alertFile.parse(parse(readFileSync('docs/alerts.yaml', 'utf8'))).groups[0]?.rules).not.toEqual([])
  expect(asked.filter((name) => !known.has(name))).toEqual([])
})
