import { Button, Group, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useSend } from '../../shared/use-api.ts'

/** An account made before every team lead and commune had to be bound to a commune. */
export function BindCommune({ id }: { readonly id: string }) {
  const [commune, setCommune] = useState('')
  const send = useSend('POST /staff/:id/commune', ['GET /staff'])
  const bind = () =>
    send.mutate(
      { params: { id }, body: { commune } },
      { onSuccess: (done) => notifications.show({ message: `Đã gắn với ${done.commune}.` }) },
    )
  return (
    <Group align="flex-end" mt="sm">
      <TextInput
        label="Xã, phường"
        description="Tên xã mới, thêm tên tỉnh nếu trùng tên; hoặc mã xã"
        value={commune}
        error={send.error?.message}
        onChange={(event) => setCommune(event.currentTarget.value)}
      />
      <Button variant="default" loading={send.isPending} disabled={commune.trim() === ''} onClick={bind}>
        Gắn
      </Button>
    </Group>
  )
}
