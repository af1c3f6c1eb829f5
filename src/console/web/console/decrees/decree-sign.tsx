import { Button, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { SendBack } from '../send-back.tsx'
import { decreeLists } from './labels.ts'

interface Props {
  readonly id: number
  readonly version: number
}

/** The second person's signature, with where they read it too; or the reason why not. */
export function DecreeSign(props: Props) {
  return (
    <Stack gap="lg">
      <Approve {...props} />
      <Return {...props} />
    </Stack>
  )
}

function Approve({ id, version }: Props) {
  const [secondRead, setSecondRead] = useState('')
  const approve = useSend('POST /decrees/:id/approve', [...decreeLists, 'GET /decree-words'])
  return (
    <Stack gap="md">
      <TextInput
        label="Tôi đã mở văn bản ở một nguồn khác và đối chiếu số, ngày, điều khoản"
        description="Ghi nguồn ấy thì số đủ hai nguồn, thành “đã xác nhận”. Để trống thì vẫn là “mới có một nguồn”."
        value={secondRead}
        onChange={(event) => setSecondRead(event.currentTarget.value)}
      />
      <Complaint error={approve.error} />
      <Button
        loading={approve.isPending}
        onClick={() =>
          approve.mutate(
            { params: { id: String(id) }, body: { version, secondRead } },
            {
              onSuccess: () =>
                notifications.show({ message: 'Đã xác nhận. Bot dùng số mới từ ngày ghi trong bản.' }),
            },
          )
        }
      >
        Xác nhận
      </Button>
    </Stack>
  )
}

function Return({ id, version }: Props) {
  const back = useSend('POST /decrees/:id/return', decreeLists)
  return (
    <SendBack
      label="Trả lại người nhập"
      isPending={back.isPending}
      error={back.error}
      onSend={(note) => back.mutate({ params: { id: String(id) }, body: { version, note } })}
    />
  )
}
