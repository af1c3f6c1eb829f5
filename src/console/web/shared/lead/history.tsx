import { Text } from '@mantine/core'
import { outcomeLabels } from '../../../labels.ts'
import { instantInWords } from '../instants.ts'
import type { SeenLead } from './lead-words.ts'
import { Part } from './part.tsx'

type Event = SeenLead['history'][number]

const factNames: Readonly<Partial<Record<Event['fact'], string>>> = {
  captured: 'Người dân nhờ gọi',
  updated: 'Người dân nhắn thêm',
  accepted: 'Nhận phiếu',
  declined: 'Không nhận',
  'handed-on': 'Chuyển phiếu',
  'taken-away': 'Chuyển sang người khác',
  'given-by-hand': 'Cán bộ giao phiếu',
  noted: 'Ghi chú',
  'time-changed': 'Đổi giờ hẹn',
}
const whoNames: Readonly<Record<Event['by'], string>> = {
  me: 'tôi',
  'another-agent': 'người trước',
  desk: 'cán bộ',
  citizen: 'người dân',
  program: 'hệ thống',
}

/** What happened so far, oldest first. */
export function History({ card: { history } }: { readonly card: Pick<SeenLead, 'history'> }) {
  if (history.length === 0) return null
  return (
    <Part title="Đã làm">
      <ol className="past">
        {history.map((event) => (
          <li key={`${event.at} ${event.fact}`}>
            <Text>
              {saying(event)} <span className="quiet">({whoNames[event.by]})</span>
            </Text>
            {event.note !== undefined && <Text className="as-said">{event.note}</Text>}
            <Text c="dimmed">{instantInWords(event.at)}</Text>
          </li>
        ))}
      </ol>
    </Part>
  )
}

function saying({ fact, detail }: Event): string {
  if (fact === 'outcome') return outcomeLabels[detail as keyof typeof outcomeLabels] // the detail of an outcome is its name
  const name = factNames[fact] ?? ''
  return detail === '' || fact === 'captured' ? name : `${name}: ${detail}`
}
