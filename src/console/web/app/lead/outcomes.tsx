import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { outcomeLabels } from '../../../labels.ts'
import { hourInWords } from '../../shared/lead/lead-words.ts'
import { OutcomeForm, type Outcome } from '../../shared/lead/outcome-form.tsx'
import { Part } from '../../shared/lead/part.tsx'
import { useQueue } from '../offline/use-queue.ts'
import type { Card } from '../words.ts'
import { useTap } from './use-tap.ts'

/** One tap an outcome, with a note and the next hour where there is one. */
export function Outcomes({ card }: { readonly card: Card }) {
  const waiting = useQueue().find(
    ({ lead, act, refused }) => lead === card.id && act.do === 'outcome' && refused === undefined,
  )
  const [isPuttingRight, setPuttingRight] = useState(false)
  const tap = useTap(card)
  const send = (outcome: Outcome, note: string | undefined) => {
    tap({ do: 'outcome', outcome, ...(note !== undefined && { note }) }, outcomeLabels[outcome.kind])
    setPuttingRight(false)
  }
  const done = card.outcome && (
    <Text fw={600} mb="sm" role="status">
      Đã ghi: {outcomeLabels[card.outcome.kind]}, lúc {hourInWords(card.outcome.at)}.
    </Text>
  )
  return (
    <Part title="Kết quả cuộc gọi">
      {done}
      {waiting ? (
        <Text className="notice" role="status">
          Đang chờ mạng: <b>{waiting.words}</b>. Có mạng sẽ tự gửi, anh/chị không cần ghi lại.
        </Text>
      ) : card.state === 'closed' && !isPuttingRight ? (
        <Button variant="default" onClick={() => setPuttingRight(true)}>
          Ghi nhầm, sửa kết quả
        </Button>
      ) : (
        <OutcomeForm programme={card.programme} onSend={send} />
      )}
    </Part>
  )
}
