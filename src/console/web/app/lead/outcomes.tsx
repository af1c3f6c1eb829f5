import { Button, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { outcomeLabels } from '../../../labels.ts'
import { useQueue } from '../offline/use-queue.ts'
import type { Act } from '../offline/queue.ts'
import { type Card, hourInWords, tapNames } from '../words.ts'
import { Appointment } from './appointment.tsx'
import { type AskedMore, OutcomeDetail } from './outcome-detail.tsx'
import { Part } from './part.tsx'
import { useTap } from './use-tap.ts'

export type Outcome = Extract<Act, { do: 'outcome' }>['outcome']
type Kind = Outcome['kind']

/** In the order a call usually ends; those at the end are asked once more, because they cannot be taken back. */
const kinds = Object.keys(outcomeLabels) as Kind[] // the keys of that very record
const atOnce: readonly Kind[] = ['not-reached', 'advised', 'will-join']

/** One tap an outcome, with a note and the next hour where there is one. */
export function Outcomes({ card }: { readonly card: Card }) {
  const waiting = useQueue().find(
    ({ lead, act, refused }) => lead === card.id && act.do === 'outcome' && refused === undefined,
  )
  const [isPuttingRight, setPuttingRight] = useState(false)
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
        <OutcomeForm card={card} onDone={() => setPuttingRight(false)} />
      )}
    </Part>
  )
}

function OutcomeForm({ card, onDone }: { readonly card: Card; readonly onDone: () => void }) {
  const [note, setNote] = useState('')
  const [at, setAt] = useState<string>()
  const [asked, setAsked] = useState<AskedMore>()
  const tap = useTap(card)
  const send = (outcome: Outcome) => {
    const text = note.trim()
    tap({ do: 'outcome', outcome, ...(text !== '' && { note: text }) }, outcomeLabels[outcome.kind])
    setNote('')
    setAt(undefined)
    setAsked(undefined)
    onDone()
  }
  const choose = (kind: Kind) => {
    if (kind === 'call-again' && at !== undefined) send({ kind, at })
    else if (kind === 'not-reached' || kind === 'will-join') send({ kind, ...(at !== undefined && { at }) })
    else if (kind === 'advised') send({ kind })
    else setAsked(kind)
  }
  return (
    <Stack gap="sm">
      <OutcomeButtons asked={asked} onChoose={choose} />
      {asked !== undefined && (
        <OutcomeDetail
          kind={asked}
          card={card}
          at={at}
          onAt={setAt}
          onCancel={() => setAsked(undefined)}
          onSend={send}
        />
      )}
      <Note note={note} onNote={setNote} />
      {asked !== 'call-again' && <Appointment label="Hẹn lần tới (không bắt buộc)" at={at} onAt={setAt} />}
    </Stack>
  )
}

interface ButtonsProps {
  readonly asked: Kind | undefined
  readonly onChoose: (kind: Kind) => void
}

function OutcomeButtons({ asked, onChoose }: ButtonsProps) {
  return (
    <SimpleGrid cols={2} spacing="xs" role="group" aria-label="Kết quả">
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant={asked === kind ? 'filled' : atOnce.includes(kind) ? 'light' : 'default'}
          className="two-lines"
          aria-expanded={atOnce.includes(kind) ? undefined : asked === kind}
          onClick={() => onChoose(kind)}
        >
          {tapNames[kind]}
        </Button>
      ))}
    </SimpleGrid>
  )
}

function Note({ note, onNote }: { readonly note: string; readonly onNote: (note: string) => void }) {
  return (
    <Textarea
      label="Ghi chú (không bắt buộc)"
      description="Viết trước khi chạm kết quả. Không ghi số giấy tờ, số tài khoản."
      autosize
      minRows={2}
      maxLength={500}
      value={note}
      onChange={(event) => onNote(event.currentTarget.value)}
    />
  )
}
