import { Button, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApi } from '../../shared/use-api.ts'
import { listNames, type Which } from './leads-words.ts'

export interface LeadFilterValues {
  readonly which: Which
  readonly commune: string // code
  readonly find: string
}
export const noFilter: LeadFilterValues = { which: 'desk', commune: '', find: '' }

interface Props {
  readonly filter: LeadFilterValues
  readonly onFilter: (filter: LeadFilterValues) => void
}

/** Which leads: how they stand, of which commune, by code or agent. */
export function LeadFilter({ filter, onFilter }: Props) {
  const [find, setFind] = useState(filter.find)
  const search = (event: FormEvent) => {
    event.preventDefault()
    onFilter({ ...filter, find })
  }
  const data = Object.entries(listNames).map(([value, label]) => ({ value, label }))
  return (
    <>
      <div className="wide-choices">
        <SegmentedControl
          aria-label="Phiếu nào"
          data={data}
          value={filter.which}
          onChange={(which) => onFilter({ ...filter, which: which as Which })} // one of the data above
        />
      </div>
      <Group component="form" role="search" aria-label="Tìm phiếu" my="md" align="flex-end" onSubmit={search}>
        <Communes value={filter.commune} onChange={(commune) => onFilter({ ...filter, commune })} />
        <TextInput
          label="Mã phiếu hoặc tên nhân viên thu"
          placeholder="gõ không dấu cũng được"
          maxLength={100}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          style={{ flex: '1 1 220px' }}
        />
        <Button type="submit" variant="default">
          Tìm
        </Button>
      </Group>
    </>
  )
}

interface CommunesProps {
  readonly value: string
  readonly onChange: (commune: string) => void
}

/** Only communes that leads come from. */
function Communes({ value, onChange }: CommunesProps) {
  const there = useApi('GET /lead-communes', {})
  const options = (there.data?.communes ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <NativeSelect
      label="Xã, phường"
      data={[{ value: '', label: 'Mọi xã' }, ...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      style={{ flex: '1 1 180px' }}
    />
  )
}
