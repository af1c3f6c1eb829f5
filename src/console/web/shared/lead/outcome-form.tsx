import { Button, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { outcomeLabels } from '../../../labels.ts'
import type { GivenTo } from '../api.ts'
import { Appointment } from './appointment.tsx'
import { tapNames } from './lead-words.ts'
import { type AskedMore, OutcomeDetail } from './outcome-detail.tsx'

export type Outcome = Extract<GivenTo<'POST /leads/:id/acts'>['body']['act'], { do: 'outcome' }>['outcome']
type Kind = Outcome['kind']

/** In the order a call usually ends; those at the end are asked once more, because they cannot be taken back. */
const kinds = Object.keys(outcomeLabels) as Kind[] // the keys of that very record
const atOnce: readonly Kind[] = ['not-reached', 'advised', 'will-join']

interface FormProps {
  readonly programme: string // they asked about
  readonly onSend: (outcome: Outcome, note: string | undefined) => void
}

/** One tap an outcome, with a note and the next hour where there is one. */
export function OutcomeForm({ programme, onSend }: FormProps) {
  const [note, setNote] = useState('')
  const [at, setAt] = useState<string>()
  const [asked, setAsked] = useState<AskedMore>()
  const send = (outcome: Outcome) => {
    const text = note.trim()
    onSend(outcome, text === '' ? undefined : text)
    setNote('')
    setAt(undefined)
    setAsked(undefined)
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
          programme={programme}
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
