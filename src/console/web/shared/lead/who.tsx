import { forWhomLabels, programmeLabel, timeLabel } from '../../../labels.ts'
import { Facts } from './facts.tsx'
import { type SeenLead, worryNames } from './lead-words.ts'
import { Part } from './part.tsx'

/** What the citizen told about themselves, and nothing more. */
export function Who({ card }: { readonly card: Omit<SeenLead, 'history'> }) {
  const { programme, commune, bestTime, forWhom, worry, notReached } = card
  const rows = [
    ['Quan tâm', programmeLabel(programme)],
    ['Xã, phường', commune],
    ['Giờ tiện nghe', timeLabel(bestTime)],
    ['Hỏi cho ai', forWhomLabels[forWhom]],
    ['Băn khoăn', worry === undefined ? 'Chưa nói' : worryNames[worry]],
    ...(notReached > 0 ? [['Đã gọi không được', `${notReached} lần`]] : []),
  ]
  return (
    <Part title="Người dân cho biết">
      <Facts rows={rows} />
    </Part>
  )
}
