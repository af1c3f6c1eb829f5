import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Part } from '../../shared/lead/part.tsx'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import type { Card } from './leads-words.ts'

const refresh = ['GET /leads', 'GET /leads/:id', 'GET /leads/:id/agents', 'GET /notices'] as const

/** Nobody knows where the citizen lives: whoever called them writes it down, then the lead can be given. */
export function PlaceLead({ card }: { readonly card: Card }) {
  const [commune, setCommune] = useState('')
  const { set, error, isPending } = usePlacing(card.id, commune)
  const button = { loading: isPending, disabled: commune.trim() === '' }
  return (
    <Part title="Bà con ở xã, phường nào">
      <Stack gap="sm">
        <Text>Chưa rõ xã nên chưa giao được cho nhân viên thu. Hỏi bà con rồi ghi vào đây.</Text>
        <TextInput
          label="Xã, phường"
          description="Tên xã mới, thêm tên tỉnh nếu trùng tên; hoặc mã xã năm chữ số"
          maxLength={100}
          value={commune}
          error={error?.field === 'commune' ? error.message : undefined}
          onChange={(event) => setCommune(event.currentTarget.value)}
        />
        {error?.field !== 'commune' && <Complaint error={error} />}
        <Group>
          <Button {...button} onClick={() => set(true)}>
            Ghi và giao theo quy tắc
          </Button>
          <Button {...button} variant="default" onClick={() => set(false)}>
            Chỉ ghi xã, tôi chọn người
          </Button>
        </Group>
      </Stack>
    </Part>
  )
}

function usePlacing(id: string, commune: string) {
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useSend('POST /leads/:id/commune', refresh)
  const set = (route: boolean) =>
    mutate(
      { params: { id }, body: { key, commune, route } },
      {
        onSuccess: (done) =>
          notifications.show({
            message: route ? `Đã ghi ${done.commune} và giao theo quy tắc.` : `Đã ghi ${done.commune}.`,
          }),
      },
    )
  return { set, error, isPending }
}
