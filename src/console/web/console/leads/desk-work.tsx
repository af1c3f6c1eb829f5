import { Button, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { outcomeLabels } from '../../../labels.ts'
import type { GivenTo } from '../../shared/api.ts'
import { OutcomeForm } from '../../shared/lead/outcome-form.tsx'
import { Part } from '../../shared/lead/part.tsx'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import type { Card } from './leads-words.ts'
import { RevealLead } from './reveal-lead.tsx'

type Act = GivenTo<'POST /leads/:id/acts'>['body']['act']
const refresh = ['GET /leads', 'GET /leads/:id', 'GET /notices'] as const

/** A desk works on its own lead: takes it, sees whom to call, writes down what came of it. */
export function DeskWork({ card }: { readonly card: Card }) {
  const { tap, error, isPending } = useAct(card.id)
  const accept = () => tap({ do: 'accept' }, 'Anh/chị đã nhận phiếu.')
  return (
    <>
      {card.state === 'offered' && (
        <Part title="Nhận phiếu để gọi">
          <Text mb="sm">Nhận rồi thì ghi được kết quả. Không gọi được thì giao tay cho nhân viên thu.</Text>
          <Button loading={isPending} onClick={accept}>
            Tôi nhận phiếu này
          </Button>
          <Complaint error={error} />
        </Part>
      )}
      <RevealLead id={card.id} />
      {card.state !== 'offered' && (
        <Part title="Kết quả cuộc gọi">
          <OutcomeForm
            programme={card.programme}
            onSend={(outcome, note) =>
              tap(
                { do: 'outcome', outcome, ...(note !== undefined && { note }) },
                `Đã ghi: ${outcomeLabels[outcome.kind]}.`,
              )
            }
          />
          <Complaint error={error} />
          <OnlyNote onNote={(text) => tap({ do: 'note', text }, 'Đã ghi chú.')} />
        </Part>
      )}
    </>
  )
}

/** One act at a time; its key stays the same until the server has answered. */
function useAct(id: string) {
  const send = useSend('POST /leads/:id/acts', refresh)
  const waiting = useRef<{ readonly act: string; readonly key: string }>(undefined)
  const tap = (act: Act, done: string) => {
    const named = JSON.stringify(act)
    if (waiting.current?.act !== named) waiting.current = { act: named, key: crypto.randomUUID() }
    const { key } = waiting.current
    send.mutate(
      { params: { id }, body: { key, act } },
      {
        onSuccess({ result }) {
          waiting.current = undefined
          const isDone = result === 'done' || result === 'repeated'
          notifications.show({ message: isDone ? done : 'Phiếu vừa đổi người giữ hoặc đã xong.' })
        },
      },
    )
  }
  return { tap, error: send.error, isPending: send.isPending }
}

function OnlyNote({ onNote }: { readonly onNote: (text: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  if (!isOpen)
    return (
      <Button variant="subtle" mt="sm" onClick={() => setOpen(true)}>
        Chỉ ghi chú, chưa có kết quả
      </Button>
    )
  const save = () => {
    onNote(text.trim())
    setText('')
    setOpen(false)
  }
  return (
    <Stack gap="sm" mt="md">
      <Textarea
        label="Ghi chú cho người gọi sau"
        autosize
        minRows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button variant="default" disabled={text.trim() === ''} onClick={save}>
        Lưu ghi chú
      </Button>
    </Stack>
  )
}
