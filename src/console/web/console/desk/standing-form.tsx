import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ApiError } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'

interface Props<State extends string> {
  readonly now: State
  readonly states: Readonly<Record<State, string>>
  readonly isPending: boolean
  readonly error: ApiError | null
  readonly onSend: (standing: { state: State; reason: string; until?: string }) => void
  readonly onCancel: () => void
}

/** Another standing for an agent or a point: which, why, and until when. */
export function StandingForm<State extends string>(props: Props<State>) {
  const { now, states, isPending, error, onSend, onCancel } = props
  const choices = (Object.entries(states) as [State, string][]).filter(([state]) => state !== now) // keys of that record
  const [state, setState] = useState<State>(choices[0]?.[0] ?? now)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  return (
    <Stack gap="sm" mt="sm">
      <NativeSelect
        label="Tình trạng mới"
        data={choices.map(([value, label]) => ({ value, label }))}
        value={state}
        onChange={(event) => setState(event.currentTarget.value as State)} // one of the choices above
      />
      <TextInput
        label="Lý do"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Đến hết ngày (bỏ trống nếu chưa biết)"
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Complaint error={error} />
      <Group>
        <Button loading={isPending} onClick={() => onSend({ state, reason, ...(until !== '' && { until }) })}>
          Đổi ngay
        </Button>
        <Button variant="default" onClick={onCancel}>
          Thôi
        </Button>
      </Group>
    </Stack>
  )
}
