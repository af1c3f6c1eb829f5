import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { useSend } from '../../shared/use-api.ts'
import type { Text } from './labels.ts'

type Given = AnswerTo<'GET /answer-drafts/:id'>
type Busy = 'save' | 'check' | 'send'
const lists = ['GET /answer-drafts', 'GET /answers', 'GET /answers/:id'] as const
const all = [...lists, 'GET /answer-drafts/:id'] as const

/**
 * What can be done with a draft on the page. `clash`: somebody else saved it, or another revision was published, since
 * this page took it; nothing is saved until its author has chosen.
 */
export function useDraftSteps(given: Given, text: Text, name: string) {
  const [version, setVersion] = useState(given.draft.version)
  const [busy, setBusy] = useState<Busy>()
  const client = useQueryClient()
  const params = { id: String(given.draft.id) }
  const put = useSend('PUT /answer-drafts/:id', all)
  const gate = useSend('POST /answer-drafts/:id/check')
  const submit = useSend('POST /answer-drafts/:id/submit', all)
  const away = useSend('POST /answer-drafts/:id/drop', lists)
  const saved = async (seen = version, onto = false) => {
    const { draft } = await put.mutateAsync({ params, body: { version: seen, name, text: tidy(text), onto } })
    setVersion(draft.version)
    return draft.version
  }
  /** What goes wrong is kept by the mutations and told beside the buttons. */
  const doing = (what: Busy, work: () => Promise<unknown>) => () => {
    setBusy(what)
    for (const one of [put, gate, submit]) one.reset()
    void work()
      .catch(() => client.invalidateQueries({ queryKey: ['GET /answer-drafts/:id'] })) // somebody else's version, perhaps
      .finally(() => setBusy(undefined))
  }
  const isStale = busy === undefined && given.draft.version > version
  return {
    ...{ busy, report: gate.data, error: put.error ?? gate.error ?? submit.error ?? away.error },
    clash: isStale ? { kind: 'stale' as const, theirs: given.draft.text } : movedUnder(given),
    save: doing('save', async () => (await saved(), tell('Đã lưu bản nháp.'))),
    check: doing('check', async () => gate.mutateAsync({ params, body: { version: await saved() } })),
    send: doing('send', async () => {
      await submit.mutateAsync({ params, body: { version: await saved() } })
      tell('Đã gửi duyệt. Một người khác sẽ xem và duyệt.')
    }),
    keepMine: doing(
      'save',
      async () => (await saved(given.draft.version, given.isMoved), tell('Đã lưu bản nháp.')),
    ),
    take: () => setVersion(given.draft.version),
    drop: (then: () => void) => away.mutate({ params, body: { version } }, { onSuccess: then }),
  }
}

/** Another revision was published since the draft was taken. */
function movedUnder({ isMoved, served }: Given) {
  return isMoved ? { kind: 'moved' as const, theirs: served } : undefined
}

const tell = (message: string) => notifications.show({ message })

/** Empty lines of the field are no ways of asking; fields left empty are left out. */
function tidy(text: Text): Text {
  const { next, owner, from, until, ...rest } = text
  const kept = Object.entries({ next, owner, from, until }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const ask = text.ask.map((one) => one.trim()).filter((one) => one !== '')
  return { ...rest, ...(Object.fromEntries(kept) as Pick<Text, 'next' | 'owner' | 'from' | 'until'>), ask }
}
