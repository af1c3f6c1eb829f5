import { Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Agents, Points } from './standing-lists.tsx'

const SETTLE_MS = 250
type Which = 'agents' | 'points'
const choices: { value: Which; label: string }[] = [
  { value: 'agents', label: 'Nhân viên thu' },
  { value: 'points', label: 'Điểm thu' },
]

/** Who of the agents and points works: a change takes effect at once. */
export function Page() {
  const [which, setWhich] = useState<Which>('agents')
  const [find, setFind] = useState('')
  const [settled] = useDebouncedValue(find, SETTLE_MS)
  const [isResting, setResting] = useState(false)
  const query = { find: settled, resting: isResting ? 'yes' : 'no' } as const
  return (
    <PageFrame
      title="Nhân viên và điểm thu"
      lead="Tạm dừng là ngưng giao phiếu ngay; phiếu đang giữ chuyển cho người khác và bà con được báo."
    >
      <SegmentedControl<Which> mb="md" fullWidth data={choices} value={which} onChange={setWhich} />
      <Group mb="md" align="flex-end">
        <TextInput
          label="Tìm theo tên, mã hoặc tổ chức"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          style={{ flex: '1 1 260px' }}
        />
        <Checkbox
          label="Chỉ nơi đang nghỉ, tạm dừng"
          checked={isResting}
          onChange={(event) => setResting(event.currentTarget.checked)}
          mb={8}
        />
      </Group>
      {which === 'agents' ? <Agents query={query} /> : <Points query={query} />}
    </PageFrame>
  )
}
