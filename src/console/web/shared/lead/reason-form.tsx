import { Button, Chip, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'

interface Props {
  readonly label: string
  readonly ready: readonly string[]
  readonly submit: string
  readonly onSubmit: (reason: string) => void
  readonly onCancel: () => void
}

/** A reason: one tap on a usual one, or in one's own words. */
export function ReasonForm({ label, ready, submit, onSubmit, onCancel }: Props) {
  const [picked, setPicked] = useState('')
  const [typed, setTyped] = useState('')
  const reason = typed.trim() === '' ? picked : typed.trim()
  return (
    <Stack gap="sm">
      <Chip.Group value={picked} onChange={(value) => setPicked(String(value))}>
        <Group gap="xs" role="radiogroup" aria-label={label}>
          {ready.map((one) => (
            <Chip key={one} value={one}>
              {one}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Textarea
        label={label}
        description="Chọn một lý do ở trên, hoặc viết. Không ghi số giấy tờ, số tài khoản."
        autosize
        minRows={2}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group grow>
        <Button variant="default" onClick={onCancel}>
          Thôi
        </Button>
        <Button disabled={reason === ''} onClick={() => onSubmit(reason)}>
          {submit}
        </Button>
      </Group>
    </Stack>
  )
}
