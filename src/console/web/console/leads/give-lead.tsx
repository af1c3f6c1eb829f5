import { Button, Card as Box, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { Part } from '../../shared/lead/part.tsx'
import { Answer, Complaint } from '../../shared/states.tsx'
import { useApi, useSend } from '../../shared/use-api.ts'
import type { Card } from './leads-words.ts'

const refresh = ['GET /leads', 'GET /leads/:id', 'GET /leads/:id/agents', 'GET /notices'] as const
type Agent = AnswerTo<'GET /leads/:id/agents'>['agents'][number]

/** Giving a lead to an agent by hand: everyone who covers the commune, with how the rules see them. */
export function GiveLead({ card }: { readonly card: Card }) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          Giao tay cho nhân viên thu
        </Button>
      </Group>
    )
  return (
    <Part title="Giao tay cho nhân viên thu">
      <Choosing card={card} onDone={() => setOpen(false)} />
    </Part>
  )
}

interface Props {
  readonly card: Card
  readonly onDone: () => void
}

function Choosing({ card, onDone }: Props) {
  const agents = useApi('GET /leads/:id/agents', { params: { id: card.id } })
  return (
    <Answer of={agents}>
      {({ agents: all }) =>
        all.length === 0 ? (
          <Text>Chưa có nhân viên thu nào phụ trách xã này. Cán bộ gọi giúp bà con.</Text>
        ) : (
          <Form card={card} agents={all} onDone={onDone} />
        )
      }
    </Answer>
  )
}

function Form({ card, agents, onDone }: Props & { readonly agents: readonly Agent[] }) {
  const [agent, setAgent] = useState('')
  const [reason, setReason] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const give = useSend('POST /leads/:id/give', refresh)
  const isTaken = card.owner.kind === 'agent'
  const send = () =>
    give.mutate(
      { params: { id: card.id }, body: { key, agent, reason } },
      {
        onSuccess() {
          notifications.show({ message: 'Đã giao. Nhân viên thu và bà con sẽ được báo.' })
          onDone()
        },
      },
    )
  return (
    <Stack gap="sm">
      <Choices agents={agents} chosen={agent} onChoose={setAgent} />
      <TextInput
        label={isTaken ? 'Lý do lấy phiếu từ người đang giữ' : 'Lý do (không bắt buộc)'}
        description="Người nhận phiếu sẽ đọc được. Không ghi số điện thoại, giấy tờ."
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Complaint error={give.error} />
      <Group>
        <Button loading={give.isPending} disabled={agent === ''} onClick={send}>
          Giao phiếu
        </Button>
        <Button variant="default" onClick={onDone}>
          Thôi
        </Button>
      </Group>
    </Stack>
  )
}

interface ChoicesProps {
  readonly agents: readonly Agent[]
  readonly chosen: string
  readonly onChoose: (agent: string) => void
}

function Choices({ agents, chosen, onChoose }: ChoicesProps) {
  return (
    <Radio.Group label="Giao cho ai" value={chosen} onChange={onChoose}>
      <Stack gap="xs" mt="xs">
        {agents.map((one) => (
          <Choice key={one.id} agent={one} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function Choice({
  agent: { id, name, organisation, open, capacity, why, mayBeGiven },
}: {
  readonly agent: Agent
}) {
  return (
    <Box withBorder padding="sm">
      <Radio
        value={id}
        disabled={!mayBeGiven}
        label={`${name} · ${organisation}`}
        description={`Đang giữ ${open} trên ${capacity} phiếu · ${why}`}
      />
    </Box>
  )
}
