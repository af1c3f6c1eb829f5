import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect } from 'react'
import { useSend } from '../../shared/use-api.ts'

const SETTLE_MS = 300

interface Props {
  readonly name: string
  readonly unit: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A value as people type it, read back as it was understood: to be compared with the paper. */
export function ValueInput({ name, unit, value, onChange }: Props) {
  const [typed] = useDebouncedValue(value, SETTLE_MS)
  const { mutate, data } = useSend('POST /value-reading')
  useEffect(() => {
    if (typed !== '') mutate({ body: { name, typed: typed.slice(0, 60) } })
  }, [mutate, name, typed])
  return (
    <div>
      <TextInput
        label={`Giá trị mới (${unit})`}
        description={unit === 'đồng' ? 'Ví dụ 2.530.000 hoặc 2,53 triệu' : 'Viết như trong văn bản'}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div role="status" style={{ minHeight: 26 }}>
        {typed !== '' && data ? understood(data.printed, data.again) : ''}
      </div>
    </div>
  )
}

function understood(printed: string | undefined, again: string | undefined): string {
  if (printed === undefined) return 'Chưa đọc được số này.'
  return again === undefined || again === printed
    ? `Máy hiểu: ${printed}`
    : `Máy hiểu: ${printed}, tức ${again}`
}
