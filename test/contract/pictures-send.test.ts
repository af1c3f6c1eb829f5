import { afterEach, describe, expect, test } from 'vitest'
import { messengerChannel } from '../../src/adapters/messenger/messenger-channel.ts'
import { zaloChannel, type ZaloSettings } from '../../src/adapters/zalo/zalo-channel.ts'
import { cannedPlatform } from '../support/canned-platform.ts'
import { ours, sample } from '../support/channel-samples.ts'
import { jpeg, png } from '../support/pictures.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))
type Answers = Parameters<typeof cannedPlatform>

/** Field name, file name, type and bytes of every part of a multipart body. */
async function partsOf({ headers, body }: { headers: object; body: unknown }) {
  const type = String(new Map(Object.entries(headers)).get('content-type'))
  const read = new Response(new Uint8Array(body as Buffer), { headers: { 'content-type': type } })
  const parts = [...(await read.formData()).entries()].map(async ([name, value]) =>
    typeof value === 'string'
      ? { name, value }
      : { name, file: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) },
  )
  return Promise.all(parts)
}

describe('a picture on Zalo', () => {
  const to = { channel: 'zalo', desk: ours.zalo.oaId, id: ours.zaloUser } as const
  const ok = { status: 200, body: sample('zalo', 'api.cs.response.ok') }
  const up = { status: 200, body: sample('zalo', 'api.upload_image.response.ok') }
  const refusal = (code: number) => ({ status: 200, body: { error: code, message: 'as Zalo words it' } })
  const shown = { text: '', buttons: [], typedBy: 'staff', picture: png } as const
  const noon = new Date('2026-11-22T12:00:20+07:00')

  async function channelAnswered(changes: Partial<ZaloSettings>, ...answers: Answers) {
    const platform = await cannedPlatform(...answers)
    open.push(platform.close)
    const tokens = { current: async () => 'TOKEN-1', refresh: async () => 'TOKEN-2' }
    const clock = { now: () => noon }
    const rest = { apiBase: platform.url, tokens, clock, timeoutMs: 400 }
    const channel = zaloChannel({ ...ours.zalo, ...rest, ...changes })
    const paths = () => platform.requests.map(({ path }) => path.split('/').at(-1))
    return { channel, requests: platform.requests, paths }
  }

  test('goes up in the field "file" under a name of ours, and the message is the sample request', async () => {
    const { channel, requests } = await channelAnswered({}, up, ok)
    expect(await channel.send(to, shown, 'out:1')).toEqual({
      kind: 'sent',
      platformId: '0e51aa90c3f24d18b2f7',
    })
    const [first, second] = requests
    if (!first) throw new Error('nothing went up')
    expect([first.path, first.headers['access_token']]).toEqual(['/v2.0/oa/upload/image', 'TOKEN-1'])
    expect(await partsOf(first)).toEqual([{ name: 'file', file: 'anh.png', type: 'image/png', bytes: png }])
    expect(second?.path).toBe('/v3.0/oa/message/cs')
    expect(second?.body).toEqual(sample('zalo', 'api.cs.request.image_attachment'))
  })

  test('its description stands under it, as in the sample with a text', async () => {
    const { channel, requests } = await channelAnswered({}, up, ok)
    await channel.send(to, { ...shown, text: 'Bảng mức đóng', picture: jpeg }, 'out:1')
    expect(requests[0] && (await partsOf(requests[0]))).toMatchObject([
      { file: 'anh.jpg', type: 'image/jpeg' },
    ])
    const withUrl = sample('zalo', 'api.cs.request.image_url')['message'] as { readonly text: string }
    expect(requests[1]?.body).toMatchObject({ message: { text: withUrl.text } })
  })

  test('-100: it is uploaded again and sent again, once', async () => {
    const expired = { status: 200, body: sample('zalo', 'api.cs.response.error.100') }
    const fresh = { status: 200, body: { data: { attachment_id: 'FRESH' }, error: 0, message: 'Success' } }
    const mended = await channelAnswered({}, up, expired, fresh, ok)
    expect(await mended.channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'sent' })
    expect(mended.paths()).toEqual(['image', 'cs', 'image', 'cs'])
    expect(JSON.stringify(mended.requests[3]?.body)).toContain('FRESH')
    const still = await channelAnswered({}, up, expired, up, expired)
    expect(await still.channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'our-fault' })
    expect(still.requests).toHaveLength(4)
  })

  test('a send that is tried again does not upload again, and one that went forgets', async () => {
    const busy = refusal(-200)
    const { channel, paths } = await channelAnswered({}, up, busy, ok, up, ok)
    expect(await channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'try-later' })
    expect(await channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'sent' })
    expect(await channel.send(to, shown, 'out:2')).toMatchObject({ kind: 'sent' })
    expect(paths()).toEqual(['image', 'cs', 'cs', 'image', 'cs'])
  })

  test('a token that died between upload and send costs one refresh and no second upload', async () => {
    const dead = { status: 200, body: sample('zalo', 'api.cs.response.error.216') }
    const { channel, requests, paths } = await channelAnswered({}, up, dead, ok)
    expect(await channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'sent' })
    expect(paths()).toEqual(['image', 'cs', 'cs'])
    expect(requests[2]?.headers['access_token']).toBe('TOKEN-2')
  })

  test.each(['hang-up', 'never', { status: 502, body: '<html>' }] as const)(
    'an upload that ends in %j is tried later, and waits for no echo',
    async (answer) => {
      const { channel } = await channelAnswered({}, answer)
      const later = await channel.send(to, shown, 'out:1')
      expect(later).toMatchObject({ kind: 'try-later' })
      expect(later).not.toHaveProperty('unclear')
    },
  )

  test('a message whose answer is lost does wait for its echo', async () => {
    const { channel } = await channelAnswered({}, up, 'hang-up')
    expect(await channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'try-later', unclear: true })
  })

  test.each([
    [-32, { kind: 'try-later' }, 'held'],
    [-200, { kind: 'try-later', tries: 3 }, 'goes'],
    [-201, { kind: 'our-fault' }, 'goes'],
    [-204, { kind: 'try-later', alarm: true }, 'held'],
    [-209, { kind: 'our-fault' }, 'goes'],
    [-210, { kind: 'our-fault' }, 'goes'],
    [-211, { kind: 'our-fault' }, 'goes'],
    [-212, { kind: 'our-fault' }, 'goes'],
    [-216, { kind: 'try-later', untried: true, alarm: true }, 'goes'],
    [-219, { kind: 'try-later', alarm: true }, 'held'],
    [-221, { kind: 'our-fault' }, 'goes'],
    [-223, { kind: 'our-fault' }, 'goes'],
    [-224, { kind: 'our-fault' }, 'goes'],
    [-242, { kind: 'try-later', alarm: true }, 'held'],
  ] as const)('an upload refused with %i: %j; the next words: %s', async (code, outcome, words) => {
    const isToken = code === -216
    const answers = isToken ? [refusal(code), refusal(code), ok] : [refusal(code), ok]
    const { channel } = await channelAnswered({}, ...answers)
    expect(await channel.send(to, shown, 'out:1')).toMatchObject(outcome)
    const next = await channel.send(to, { text: 'Chào bác', buttons: [] }, 'out:2')
    expect(next.kind).toBe(words === 'goes' ? 'sent' : 'try-later')
  })

  test('an upload is a call of the minute as well', async () => {
    let left = 1
    const callLimit = { take: async () => (left-- > 0 ? 'ok' : 'too-many') } as const
    const { channel, requests } = await channelAnswered({ callLimit }, up, ok)
    expect(await channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'try-later', untried: true })
    expect(requests).toEqual([])
  })
})

describe('a picture on Messenger', () => {
  const { pageId } = ours.messenger
  const to = { channel: 'messenger', desk: pageId, id: ours.messengerUser } as const
  const ok = { status: 200, body: sample('messenger', 'send.response.ok') }
  const up = { status: 200, body: sample('messenger', 'attachment_upload.response.ok') }
  const shown = { text: 'Đường đến bộ phận một cửa', buttons: [], typedBy: 'staff', picture: png } as const

  async function channelAnswered(...answers: Answers) {
    const platform = await cannedPlatform(...answers)
    open.push(platform.close)
    const rest = { apiBase: platform.url, pageToken: 'PAGE', timeoutMs: 400 }
    return { channel: messengerChannel({ ...ours.messenger, ...rest }), requests: platform.requests }
  }

  test('goes up as a reusable attachment, with token and proof, and is named by a message that carries our id', async () => {
    const { channel, requests } = await channelAnswered(up, ok)
    expect(await channel.send(to, shown, 'out:9f31c2')).toEqual({
      kind: 'sent',
      platformId: 'm_PageSent0001',
    })
    const [first, second] = requests
    if (!first) throw new Error('nothing went up')
    expect(first.path).toBe(`/${pageId}/message_attachments`)
    expect(first.query).toMatchObject({ access_token: 'PAGE', appsecret_proof: expect.any(String) as string })
    expect(await partsOf(first)).toEqual([
      { name: 'message', value: '{"attachment":{"type":"image","payload":{"is_reusable":true}}}' },
      { name: 'filedata', file: 'anh.png', type: 'image/png', bytes: png },
    ])
    const expected = structuredClone(sample('messenger', 'send.request.image_url')) as {
      message: { metadata?: string; attachment: { payload: object } }
    }
    expected.message.attachment.payload = { attachment_id: '1857777774821032' }
    expected.message.metadata = 'out:9f31c2'
    expect(second?.body).toEqual(expected)
  })

  test('a send that is tried again does not upload again', async () => {
    const busy = { status: 400, body: sample('messenger', 'send.response.error.1200_temporary') }
    const { channel, requests } = await channelAnswered(up, busy, ok)
    expect(await channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'try-later' })
    expect(await channel.send(to, shown, 'out:1')).toMatchObject({ kind: 'sent' })
    expect(requests).toHaveLength(3)
  })

  test.each([
    ['hang-up', { kind: 'try-later' }],
    [
      { status: 400, body: sample('messenger', 'send.response.error.2_temporary') },
      { kind: 'try-later', tries: 4 },
    ],
    [
      { status: 400, body: sample('messenger', 'send.response.error.190_token_invalid') },
      { kind: 'try-later', alarm: true },
    ],
    [{ status: 400, body: { error: { code: 100, message: 'x' } } }, { kind: 'our-fault' }],
    [{ status: 200, body: '<html>' }, { kind: 'our-fault' }],
  ] as const)(
    'an upload answered %j: %j, by the same table, and no echo is waited for',
    async (answer, outcome) => {
      const { channel, requests } = await channelAnswered(answer)
      const given = await channel.send(to, shown, 'out:1')
      expect(given).toMatchObject(outcome)
      expect(given).not.toHaveProperty('unclear')
      expect(requests).toHaveLength(1)
    },
  )
})
