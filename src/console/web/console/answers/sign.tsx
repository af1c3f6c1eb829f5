import { Button, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { SendBack } from '../send-back.tsx'

const refresh = ['GET /answer-drafts', 'GET /answers', 'GET /answers/:id', 'GET /answer-drafts/:id'] as const
interface Props {
  readonly id: number
  readonly version: number
}

/** The second person's signature, for now or for a time; or the reason why not. */
export function Sign(props: Props) {
  return (
    <Stack gap="lg">
      <Approve {...props} />
      <Return {...props} />
    </Stack>
  )
}

function Approve({ id, version }: Props) {
  const [at, setAt] = useState('')
  const approve = useSend('POST /answer-drafts/:id/approve', refresh)
  const message = at === '' ? 'Đã xuất bản. Bot nói lời mới ngay.' : 'Đã duyệt, chờ tới giờ xuất bản.'
  const publish = () => {
    const when = at === '' ? {} : { publishAt: new Date(`${at}:00+07:00`).toISOString() }
    approve.mutate(
      { params: { id: String(id) }, body: { version, ...when } },
      { onSuccess: () => notifications.show({ message }) },
    )
  }
  return (
    <Stack gap="md">
      <TextInput
        label="Xuất bản lúc (giờ Việt Nam)"
        description="Để trống: xuất bản ngay"
        type="datetime-local"
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <Complaint error={approve.error} />
      <Button onClick={publish} loading={approve.isPending}>
        {at === '' ? 'Duyệt và xuất bản ngay' : 'Duyệt, xuất bản đúng giờ'}
      </Button>
    </Stack>
  )
}

function Return({ id, version }: Props) {
  const back = useSend('POST /answer-drafts/:id/return', refresh)
  return (
    <SendBack
      label="Trả lại người viết"
      isPending={back.isPending}
      error={back.error}
      onSend={(note) => back.mutate({ params: { id: String(id) }, body: { version, note } })}
    />
  )
}
