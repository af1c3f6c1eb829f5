import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSend } from '../../shared/use-api.ts'
import { decreeLists, type Form, type Given } from './labels.ts'

type Busy = 'save' | 'check' | 'send'
const tell = (message: string) => notifications.show({ message })

/** What can be done with a draft. `isStale`: somebody else saved it meanwhile; nothing is saved until its author has chosen. */
export function useDecreeSteps({ decree, isMoved }: Given, form: Form, name: string) {
  const [version, setVersion] = useState(decree.version)
  const [busy, setBusy] = useState<Busy>()
  const client = useQueryClient()
  const params = { id: String(decree.id) }
  const put = useSend('PUT /decrees/:id', decreeLists)
  const check = useSend('POST /decrees/:id/check')
  const submit = useSend('POST /decrees/:id/submit', decreeLists)
  const drop = useSend('POST /decrees/:id/drop', decreeLists)
  const saved = async (seen = version, onto = false) => {
    const { decree: now } = await put.mutateAsync({ params, body: { version: seen, name, form, onto } })
    setVersion(now.version)
    return now.version
  }
  /** What goes wrong is kept by the mutations and told beside the buttons. */
  const doing = (what: Busy, work: () => Promise<unknown>) => () => {
    setBusy(what)
    for (const one of [put, check, submit]) one.reset()
    void work()
      .catch(() => client.invalidateQueries({ queryKey: ['GET /decrees/:id'] }))
      .finally(() => setBusy(undefined))
  }
  return {
    ...{ busy, checked: check.data, error: put.error ?? check.error ?? submit.error ?? drop.error },
    isStale: busy === undefined && decree.version > version,
    save: doing('save', async () => (await saved(), tell('Đã lưu bản nháp.'))),
    check: doing('check', async () => check.mutateAsync({ params, body: { version: await saved() } })),
    send: doing('send', async () => {
      await submit.mutateAsync({ params, body: { version: await saved() } })
      tell('Đã gửi. Một người khác sẽ xem và xác nhận.')
    }),
    keepMine: doing('save', async () => (await saved(decree.version, isMoved), tell('Đã lưu bản nháp.'))),
    take: () => setVersion(decree.version),
    drop: (then: () => void) => drop.mutate({ params, body: { version } }, { onSuccess: then }),
  }
}
