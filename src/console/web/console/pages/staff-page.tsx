import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { type Role, roleLabels, roles } from '../../../../staff/role.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { LinkCard } from './link-card.tsx'
import { NewStaffForm } from './new-staff-form.tsx'
import { StaffTable } from './staff-table.tsx'

const SETTLE_MS = 250
const setUp = 'Gửi riêng cho người dùng. Liên kết dùng một lần, trong 72 giờ, và chỉ hiện ở đây một lần.'

/** Accounts: who may work here, and as what. */
export function Page() {
  const [find, setFind] = useState('')
  const [settled] = useDebouncedValue(find, SETTLE_MS)
  const [role, setRole] = useState<Role | ''>('')
  const [isNew, { open, close }] = useDisclosure()
  const [link, setLink] = useState<string>()
  const query = { find: settled, ...(role === '' ? {} : { role }) }
  const staff = useApi('GET /staff', { query })
  const made = (one: string) => {
    setLink(one)
    close()
  }
  return (
    <PageFrame
      title="Tài khoản cán bộ"
      lead="Mỗi người một tài khoản; vai trò quyết định được xem và sửa gì."
      actions={!isNew && <Button onClick={open}>Thêm tài khoản</Button>}
    >
      {link !== undefined && (
        <LinkCard title="Liên kết thiết lập" about={setUp} link={link} onDone={() => setLink(undefined)} />
      )}
      {isNew && <NewStaffForm onMade={made} onCancel={close} />}
      <Filter {...{ find, setFind, role, setRole }} />
      <Answer of={staff}>{({ accounts }) => <StaffTable accounts={accounts} onLink={setLink} />}</Answer>
    </PageFrame>
  )
}

interface FilterProps {
  readonly find: string
  readonly setFind: (find: string) => void
  readonly role: Role | ''
  readonly setRole: (role: Role | '') => void
}

function Filter({ find, setFind, role, setRole }: FilterProps) {
  const choices = roles.map((one) => ({ value: one, label: roleLabels[one] }))
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        label="Tìm theo tên hoặc tên đăng nhập"
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
        style={{ flex: '1 1 260px' }}
      />
      <NativeSelect
        label="Vai trò"
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role | '')}
        data={[{ value: '', label: 'Tất cả' }, ...choices]}
        style={{ flex: '0 1 260px' }}
      />
    </Group>
  )
}
