import { Alert, Button, Card, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

/** What was shown to whoever gave a reason. */
export type Revealed = AnswerTo<'POST /hand-overs/:id/reveal'>

interface Props {
  readonly id: string
  readonly seen: Revealed | undefined
  readonly onOpen: (seen: Revealed) => void
}

/** Names and numbers are covered until somebody says why they need them; who asked, when and why is kept. */
export function Reveal({ id, seen, onOpen }: Props) {
  const [reason, setReason] = useState('')
  const reveal = useSend('POST /hand-overs/:id/reveal')
  const ask = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate({ params: { id }, body: { reason } }, { onSuccess: onOpen })
  }
  if (seen)
    return (
      <Alert color="yellow" mb="md">
        {seen.name !== undefined && <Text fw={600}>Tên trên Zalo: {seen.name}</Text>}
        Đang hiện đủ lời đến lúc xem. Lần xem này đã ghi vào nhật ký. Tin đến sau vẫn được che.
      </Alert>
    )
  return (
    <Card withBorder padding="md" mb="md" component="form" onSubmit={ask}>
      <Text mb="xs">
        Tên, số điện thoại, địa chỉ đang được che (“…” và “#”). Cần xem đủ thì ghi lý do; hệ thống lưu lại ai
        đã xem.
      </Text>
      <TextInput
        label="Lý do cần xem đủ"
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Complaint error={reveal.error} />
      <Button type="submit" variant="default" mt="sm" loading={reveal.isPending}>
        Xem đủ
      </Button>
    </Card>
  )
}
