import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AlreadyTold } from '../../shared/lead/already-told.tsx'
import { History } from '../../shared/lead/history.tsx'
import type { SeenLead } from '../../shared/lead/lead-words.ts'
import { Part } from '../../shared/lead/part.tsx'
import { CodeFirst, Ways } from '../../shared/lead/ways.tsx'
import { Who } from '../../shared/lead/who.tsx'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

/** Name and number only for whoever says why; who asked, when and why is kept. It is gone with the page. */
export function RevealLead({ id }: { readonly id: string }) {
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<SeenLead>()
  const reveal = useSend('POST /leads/:id/reveal', ['GET /leads/:id'])
  if (seen) return <Shown seen={seen} />
  const ask = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate({ params: { id }, body: { reason } }, { onSuccess: setSeen })
  }
  return (
    <Part title="Thông tin để gọi">
      <form onSubmit={ask}>
        <Text mb="xs">
          Tên, số điện thoại, mã gặp mặt đang được che. Cần gọi thì ghi lý do; hệ thống lưu lại ai đã xem.
        </Text>
        <TextInput
          label="Lý do cần xem"
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Complaint error={reveal.error} />
        <Button type="submit" variant="default" mt="sm" loading={reveal.isPending}>
          Xem thông tin để gọi
        </Button>
      </form>
    </Part>
  )
}

function Shown({ seen }: { readonly seen: SeenLead }) {
  return (
    <Stack gap="lg">
      <Part title={`Gọi ${seen.addressAs}`}>
        <CodeFirst meetingCode={seen.meetingCode} />
        <Ways phone={seen.phone} />
        <Text mt="sm" c="dimmed">
          Lần xem này đã ghi vào nhật ký.
        </Text>
      </Part>
      <Who card={seen} />
      <AlreadyTold card={seen} />
      <History card={seen} />
    </Stack>
  )
}
