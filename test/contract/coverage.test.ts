import { expect, test } from 'vitest'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import { messengerVerdicts } from '../../src/adapters/messenger/send-verdicts.ts'
import { templateVerdicts } from '../../src/adapters/notify/template-verdicts.ts'
import { receiveFromZalo } from '../../src/adapters/zalo/inbound.ts'
import { zaloVerdicts } from '../../src/adapters/zalo/send-verdicts.ts'
import type { Received } from '../../src/ports.ts'
import { ours, type Platform, sampleBytes, sampleNames, signed } from '../support/channel-samples.ts'

// How much of what is known of the platforms is read and classified; printed, and nothing may be missing. What each event
// becomes and what each code does is in the tests of the channel.

const receive: Readonly<Record<Platform, (name: string) => Received>> = {
  zalo: (name) => receiveFromZalo(signed('zalo', sampleBytes('zalo', name)), ours.zalo),
  messenger(name) {
    const keys = { ...ours.messenger, pageToken: 'x', apiBase: 'http://127.0.0.1:9' }
    return messengerChannel(keys).receive(signed('messenger', sampleBytes('messenger', name)))
  },
}

test.each<[Platform, number]>([
  ['zalo', 34],
  ['messenger', 43],
])('%s: every sample of a webhook (%i) is read, none refused and none unknown', (platform, count) => {
  const names = sampleNames(platform, 'webhook.').filter((name) => !name.includes('verify'))
  const unread = names.filter((name) => {
    const received = receive[platform](name)
    return received.kind === 'refused' || received.ignored.includes('unknown-event')
  })
  process.stdout.write(
    `${platform}: ${names.length - unread.length} of ${names.length} sample webhooks read\n`,
  )
  expect(unread).toEqual([])
  expect(names).toHaveLength(count)
})

/** By hand, from what the platforms' documentation and others' code list. */
const known = {
  'zalo messages': {
    verdicts: zaloVerdicts,
    codes: `-32 -100 -200 -201 -204 -205 -209 -210 -211 -212 -213 -214 -216 -217 -218 -219 -220 -221 -223 -224 -227 -230
      -232 -233 -234 -235 -237 -238 -240 -241 -242 -244 -248 -249 -320 -321 -403`,
  },
  'zalo templates': {
    verdicts: templateVerdicts,
    codes: `-100 -101 -102 -103 -104 -105 -106 -107 -108 -109 -110 -111 -112 -1121 -1122 -1124 -113 -1131 -114 -115 -116
      -117 -118 -119 -120 -121 -122 -124 -1241 -125 -126 -127 -131 -132 -133 -135 -1351 -136 -137 -138 -1381 -139 -140
      -141 -144 -1441 -145 -146 -147 -1471 -1472 -160 -161 -162`,
  },
  messenger: {
    verdicts: messengerVerdicts,
    codes: `1 1/99 2 4 4/2018354 9/2018352 10/2018278 10/2018065 10/2018108 10/2018300 10/1893063 100 100/2018001
      100/2018109 100/2018292 100/33 100/2534029 100/2534122 105 194 190 190/460 190/463 190/467 190/490 190/2069032 200
      200/1545041 200/2018028 200/2534041 230 368 551 551/1545041 613 613/1893016 1200 10900 10902`,
  },
} as const

test.each(Object.entries(known))('%s: every known error code has its row', (name, { verdicts, codes }) => {
  const all = codes.split(/\s+/)
  const missing = all.filter((code) => !Object.hasOwn(verdicts, code))
  process.stdout.write(`${name}: ${all.length - missing.length} of ${all.length} error codes classified\n`)
  expect(missing).toEqual([])
})
