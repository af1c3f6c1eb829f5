import { Anchor, Button, Card, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer, Complaint } from '../../shared/states.tsx'
import { useApi, useSend } from '../../shared/use-api.ts'
import { stateNames } from '../leads/leads-words.ts'
import { noticeWords } from './desk-words.ts'

type Notice = AnswerTo<'GET /notices'>['notices'][number]
type Which = 'open' | 'done'

const LOOK_AGAIN_MS = 30_000
const choices: { value: Which; label: string }[] = [
  { value: 'open', label: 'Chưa làm' },
  { value: 'done', label: 'Đã làm' },
]

/** What the program cannot settle by itself, until somebody has seen to it. */
export function Page() {
  const [which, setWhich] = useState<Which>('open')
  const notices = useApi('GET /notices', { query: { which } }, LOOK_AGAIN_MS)
  return (
    <PageFrame
      title="Việc cần làm"
      lead="Việc chương trình không tự giải quyết được. Làm xong thì ghi lại để người khác biết."
    >
      <SegmentedControl<Which> mb="md" fullWidth data={choices} value={which} onChange={setWhich} />
      <Answer of={notices}>
        {({ notices: all, most }) => (
          <>
            {all.length === 0 && (
              <Text>{which === 'open' ? 'Không có việc nào đang chờ.' : 'Chưa có việc nào.'}</Text>
            )}
            {all.length === most && <Text mb="sm">Chỉ hiện {most} việc mới nhất.</Text>}
            <Stack gap="sm" role="list" aria-label="Việc cần làm">
              {all.map((one) => (
                <NoticeCard key={one.id} notice={one} />
              ))}
            </Stack>
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

function NoticeCard({ notice: { id, kind, at, lead, settled } }: { readonly notice: Notice }) {
  const { title, next } = noticeWords[kind]
  return (
    <Card withBorder padding="md" role="listitem">
      <Group gap="xs" justify="space-between">
        <Text fw={600}>{title}</Text>
        <Text c="dimmed">{instantInWords(at)}</Text>
      </Group>
      {lead && (
        <Text>
          <Anchor component={Link} href={`/phieu/${lead.id}`} underline="always" className="tall-link">
            Phiếu {lead.code}
          </Anchor>
          {` · ${lead.commune} · ${stateNames[lead.state]}`}
          {lead.agent !== undefined && ` · ${lead.agent}`}
        </Text>
      )}
      {settled ? (
        <Text c="dimmed">
          {settled.by} làm xong {instantInWords(settled.at)}
          {settled.answer !== undefined && `: ${settled.answer}`}
        </Text>
      ) : (
        <>
          <Text c="dimmed">{next}</Text>
          <Settle id={id} title={title} />
        </>
      )}
    </Card>
  )
}

function Settle({ id, title }: { readonly id: number; readonly title: string }) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <Answering id={id} title={title} onCancel={() => setOpen(false)} />
  return (
    <Group mt="sm">
      <Button variant="default" aria-label={`Đã làm xong: ${title}`} onClick={() => setOpen(true)}>
        Đã làm xong
      </Button>
    </Group>
  )
}

interface AnsweringProps {
  readonly id: number
  readonly title: string
  readonly onCancel: () => void
}

function Answering({ id, title, onCancel }: AnsweringProps) {
  const [answer, setAnswer] = useState('')
  const send = useSend('POST /notices/:id/settle', ['GET /notices'])
  const settle = () => {
    const words = answer.trim()
    send.mutate(
      { params: { id: String(id) }, body: { answer: words === '' ? null : words } },
      { onSuccess: () => notifications.show({ message: `Đã ghi: ${title}, xong.`, color: 'brand' }) },
    )
  }
  return (
    <Stack gap="sm" mt="sm">
      <Textarea
        label="Đã làm gì (không bắt buộc, không ghi số điện thoại, giấy tờ của bà con)"
        autosize
        autoFocus
        maxLength={500}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Complaint error={send.error} />
      <Group>
        <Button loading={send.isPending} onClick={settle}>
          Ghi là đã xong
        </Button>
        <Button variant="default" onClick={onCancel}>
          Thôi
        </Button>
      </Group>
    </Stack>
  )
}
