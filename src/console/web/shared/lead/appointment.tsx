import { Chip, Group, Input, TextInput } from '@mantine/core'
import { dayFromNow } from './lead-words.ts'

interface Props {
  readonly label: string
  readonly at: string | undefined // ISO with the offset of Viet Nam
  readonly onAt: (at: string | undefined) => void
}

const inVietNam = (day: string, time: string) => `${day}T${time}:00+07:00`

/** Hours that are usually agreed. */
function usualHours() {
  const hours = [
    ['Chiều nay 15:00', inVietNam(dayFromNow(), '15:00')],
    ['Tối nay 19:00', inVietNam(dayFromNow(), '19:00')],
    ['Sáng mai 8:30', inVietNam(dayFromNow(1), '08:30')],
    ['Chiều mai 15:00', inVietNam(dayFromNow(1), '15:00')],
  ] as const
  return hours.filter(([, at]) => new Date(at).getTime() > Date.now())
}

/** The next hour: one tap on a usual one, or a day and an hour of one's own. */
export function Appointment({ label, at, onAt }: Props) {
  const usual = usualHours()
  const isUsual = usual.some(([, hour]) => hour === at)
  return (
    <div>
      <Input.Label component="p" id="gio-hen" mb={4}>
        {label}
      </Input.Label>
      <Chip.Group value={at ?? ''} onChange={(value) => onAt(String(value))}>
        <Group gap="xs" role="radiogroup" aria-labelledby="gio-hen" mb="xs">
          {usual.map(([name, hour]) => (
            <Chip key={hour} value={hour} onClick={() => hour === at && onAt(undefined)}>
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <TextInput
        type="datetime-local"
        aria-label="Ngày giờ khác"
        min={`${dayFromNow()}T00:00`}
        value={at === undefined || isUsual ? '' : at.slice(0, 16)}
        onChange={({ currentTarget: { value } }) => onAt(value === '' ? undefined : `${value}:00+07:00`)}
      />
    </div>
  )
}
