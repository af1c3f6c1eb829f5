import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ApiError } from '../shared/api.ts'
import { Complaint } from '../shared/states.tsx'

interface Props {
  readonly label: string // of the button: to whom
  readonly isPending: boolean
  readonly error: ApiError | null
  readonly onSend: (note: string) => void
}

/** Not signed, and why: it goes back to whoever wrote it. */
export function SendBack({ label, isPending, error, onSend }: Props) {
  const [note, setNote] = useState('')
  return (
    <Stack gap="md">
      <Textarea
        label="Hoặc trả lại, ghi lý do"
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Complaint error={error} />
      <Button variant="default" loading={isPending} onClick={() => onSend(note)}>
        {label}
      </Button>
    </Stack>
  )
}
