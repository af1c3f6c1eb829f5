import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { programmeLabel } from '../../../labels.ts'
import { Appointment } from './appointment.tsx'
import { dayFromNow } from './lead-words.ts'
import type { Outcome } from './outcome-form.tsx'
import { ReasonForm } from './reason-form.tsx'

/** Outcomes that one tap does not say whole. */
export type AskedMore = Exclude<Outcome['kind'], 'not-reached' | 'will-join' | 'advised'>

interface Props {
  readonly kind: AskedMore
  readonly programme: string // they asked about
  readonly at: string | undefined
  readonly onAt: (at: string | undefined) => void
  readonly onCancel: () => void
  readonly onSend: (outcome: Outcome) => void
}

const notInterested = ['Chưa có tiền', 'Đã có bảo hiểm khác', 'Muốn nghĩ thêm', 'Không nói lý do']

/** What an outcome needs besides the tap: an hour, what was joined, a reason, or a second thought. */
export function OutcomeDetail({ kind, programme, at, onAt, onCancel, onSend }: Props) {
  switch (kind) {
    case 'call-again':
      return (
        <Stack gap="sm">
          <Appointment label="Hẹn gọi lại lúc nào?" at={at} onAt={onAt} />
          <Choice
            submit="Ghi giờ hẹn"
            isReady={at !== undefined}
            onCancel={onCancel}
            onSend={() => at !== undefined && onSend({ kind, at })}
          />
        </Stack>
      )
    case 'joined':
      return <Joined asked={programme} onCancel={onCancel} onSend={onSend} />
    case 'not-interested':
      return (
        <ReasonForm
          label="Vì sao chưa có nhu cầu"
          ready={notInterested}
          submit="Ghi kết quả"
          onCancel={onCancel}
          onSubmit={(reason) => onSend({ kind, reason })}
        />
      )
    case 'wrong-number':
    case 'other-commune':
    case 'erase-request':
      return (
        <Stack gap="sm">
          <Text>{sure[kind]}</Text>
          <Choice submit="Đúng, ghi lại" isReady onCancel={onCancel} onSend={() => onSend({ kind })} />
        </Stack>
      )
  }
}

const sure = {
  'wrong-number': 'Số này sẽ không được gọi nữa, và phiếu đóng lại. Đúng là sai số chứ ạ?',
  'other-commune': 'Phiếu sẽ chuyển cho người phụ trách xã khác. Đúng là người dân ở xã khác chứ ạ?',
  'erase-request':
    'Cán bộ BHXH sẽ xoá thông tin của người dân. Anh/chị cũng xoá số đã ghi trong máy, trong sổ của mình.',
} as const

interface ChoiceProps {
  readonly submit: string
  readonly isReady: boolean
  readonly onCancel: () => void
  readonly onSend: () => void
}

function Choice({ submit, isReady, onCancel, onSend }: ChoiceProps) {
  return (
    <Group grow>
      <Button variant="default" onClick={onCancel}>
        Thôi
      </Button>
      <Button disabled={!isReady} onClick={onSend}>
        {submit}
      </Button>
    </Group>
  )
}

const joinable = ['voluntary', 'household-health', 'health'] as const
type Joinable = (typeof joinable)[number]
const isJoinable = (programme: string): programme is Joinable =>
  (joinable as readonly string[]).includes(programme)

interface JoinedProps extends Pick<Props, 'onCancel' | 'onSend'> {
  readonly asked: string
}

function Joined({ asked, onCancel, onSend }: JoinedProps) {
  const [programme, setProgramme] = useState<Joinable>(isJoinable(asked) ? asked : 'voluntary')
  const [months, setMonths] = useState('12')
  const [from, setFrom] = useState(dayFromNow())
  return (
    <Stack gap="sm">
      <NativeSelect
        label="Đã tham gia loại nào"
        data={joinable.map((value) => ({ value, label: programmeLabel(value) }))}
        value={programme}
        onChange={({ currentTarget: { value } }) => isJoinable(value) && setProgramme(value)}
      />
      <NativeSelect
        label="Đóng mấy tháng"
        data={['1', '3', '6', '12', '24', '36', '48', '60'].map((value) => ({
          value,
          label: `${value} tháng`,
        }))}
        value={months}
        onChange={({ currentTarget: { value } }) => setMonths(value)}
      />
      <TextInput
        type="date"
        label="Tính từ ngày"
        value={from}
        onChange={({ currentTarget: { value } }) => setFrom(value)}
      />
      <Choice
        submit="Ghi đã tham gia"
        isReady
        onCancel={onCancel}
        onSend={() =>
          onSend({ kind: 'joined', programme, months: Number(months), ...(from !== '' && { from }) })
        }
      />
    </Stack>
  )
}
