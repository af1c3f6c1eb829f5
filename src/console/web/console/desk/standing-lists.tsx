import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useState } from 'react'
import type { AnswerTo, GivenTo } from '../../shared/api.ts'
import { dayInWords } from '../../shared/instants.ts'
import { Answer } from '../../shared/states.tsx'
import { useApi, useSend } from '../../shared/use-api.ts'
import { agentStateWords, pointStateWords } from './desk-words.ts'
import { StandingForm } from './standing-form.tsx'

interface Props {
  readonly query: GivenTo<'GET /agents'>['query']
}

interface ListedProps {
  readonly name: string
  readonly count: number
  readonly most: number
  readonly children: ReactNode
}

function Listed({ name, count, most, children }: ListedProps) {
  if (count === 0) return <Text>Không có kết quả nào khớp. Gõ không dấu cũng tìm được.</Text>
  return (
    <>
      <Stack gap="sm" role="list" aria-label={name}>
        {children}
      </Stack>
      {count === most && (
        <Text c="dimmed" mt="sm">
          Chỉ hiện {most} kết quả đầu. Gõ rõ hơn để tìm.
        </Text>
      )}
    </>
  )
}

/** Agents by name, with their work. */
export function Agents({ query }: Props) {
  const found = useApi('GET /agents', { query })
  return (
    <Answer of={found}>
      {({ agents, most }) => (
        <Listed name="Nhân viên thu" count={agents.length} most={most}>
          {agents.map((agent) => (
            <AgentCard key={agent.id} agent={agent} />
          ))}
        </Listed>
      )}
    </Answer>
  )
}

function AgentCard({ agent }: { readonly agent: AnswerTo<'GET /agents'>['agents'][number] }) {
  const { id, name, organisation, point, state, trainedUntil, openLeads, capacity } = agent
  const send = useSend('POST /agents/:id/standing', ['GET /agents'])
  const trained =
    trainedUntil === undefined ? 'chưa có chứng nhận tập huấn' : `tập huấn đến ${dayInWords(trainedUntil)}`
  return (
    <StandingCard
      {...{ name, isWorking: state === 'active', label: agentStateWords[state], standing: agent }}
      lines={[
        `${id} · ${organisation} · ${point}`,
        `Đang giữ ${openLeads} trên ${capacity} phiếu · ${trained}`,
      ]}
      form={(close) => (
        <StandingForm
          {...{ now: state, states: agentStateWords, isPending: send.isPending, error: send.error }}
          onCancel={close}
          onSend={(body) =>
            send.mutate({ params: { id }, body }, { onSuccess: ({ moved }) => told(name, moved, close) })
          }
        />
      )}
    />
  )
}

/** Points by name, and how many work there. */
export function Points({ query }: Props) {
  const found = useApi('GET /points', { query })
  return (
    <Answer of={found}>
      {({ points, most }) => (
        <Listed name="Điểm thu" count={points.length} most={most}>
          {points.map((point) => (
            <PointCard key={point.id} point={point} />
          ))}
        </Listed>
      )}
    </Answer>
  )
}

function PointCard({ point }: { readonly point: AnswerTo<'GET /points'>['points'][number] }) {
  const { id, name, organisation, state, commune, agents } = point
  const send = useSend('POST /points/:id/standing', ['GET /points'])
  return (
    <StandingCard
      {...{ name, isWorking: state === 'active', label: pointStateWords[state], standing: point }}
      lines={[`${id} · ${organisation} · ${commune}`, `${agents} nhân viên thu`]}
      form={(close) => (
        <StandingForm
          {...{ now: state, states: pointStateWords, isPending: send.isPending, error: send.error }}
          onCancel={close}
          onSend={(body) =>
            send.mutate({ params: { id }, body }, { onSuccess: ({ moved }) => told(name, moved, close) })
          }
        />
      )}
    />
  )
}

function told(name: string, moved: number, close: () => void) {
  const leads = moved === 0 ? 'Không có phiếu nào phải chuyển.' : `Đã chuyển ${moved} phiếu cho người khác.`
  notifications.show({ message: `Đã đổi tình trạng của ${name}. ${leads}`, color: 'brand' })
  close()
}

interface CardProps {
  readonly name: string
  readonly isWorking: boolean
  readonly label: string
  readonly standing: { readonly reason?: string | undefined; readonly until?: string | undefined }
  readonly lines: readonly string[]
  readonly form: (close: () => void) => ReactNode
}

function StandingCard({ name, isWorking, label, standing: { reason, until }, lines, form }: CardProps) {
  const [isOpen, setOpen] = useState(false)
  const because = isWorking || reason === undefined || reason === '' ? '' : `Lý do: ${reason}. `
  const ends = isWorking || until === undefined ? '' : `Đến hết ${dayInWords(until)}.`
  return (
    <Card withBorder padding="md" role="listitem">
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Badge color={isWorking ? 'brand' : 'red.9'}>{label}</Badge>
        </Group>
        {!isOpen && (
          <Button variant="default" aria-label={`Đổi tình trạng của ${name}`} onClick={() => setOpen(true)}>
            Đổi tình trạng
          </Button>
        )}
      </Group>
      {lines.map((line) => (
        <Text key={line} c="dimmed">
          {line}
        </Text>
      ))}
      {because + ends !== '' && <Text>{because + ends}</Text>}
      {isOpen && form(() => setOpen(false))}
    </Card>
  )
}
