import { Badge, Button, Card, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer, Complaint } from '../../shared/states.tsx'
import { useApi, useSend } from '../../shared/use-api.ts'
import { suggestionStates, suggestionSubjects } from '../../shared/suggestion-words.ts'

type Suggestion = AnswerTo<'GET /suggestions'>['suggestions'][number]
type State = Suggestion['state']

/** What agents want changed in answers and talking points; each gets an answer. */
export function Page() {
  const [state, setState] = useState<State>('new')
  const suggestions = useApi('GET /suggestions', { query: { state } })
  const states = Object.entries(suggestionStates) as [State, string][] // the keys of that very record
  return (
    <PageFrame title="Góp ý của nhân viên thu" lead="Đề nghị sửa câu trả lời của bot, gợi ý nói chuyện.">
      <SegmentedControl
        mb="md"
        fullWidth
        data={states.map(([value, label]) => ({ value, label }))}
        value={state}
        onChange={(value) => setState(value)} // one of the values above
      />
      <Answer of={suggestions}>
        {(data) =>
          data.suggestions.length === 0 ? (
            <Text>Không có góp ý nào ở mục này.</Text>
          ) : (
            <Stack gap="sm" role="list">
              {data.suggestions.map((one) => (
                <SuggestionCard key={one.id} of={one} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </PageFrame>
  )
}

function SuggestionCard({ of }: { readonly of: Suggestion }) {
  const { agentName, about, ref, text, madeAt, state, answer } = of
  return (
    <Card withBorder padding="md" role="listitem">
      <Group gap="xs">
        <Text fw={600}>{agentName}</Text>
        <Badge color="gray">{suggestionSubjects[about]}</Badge>
        <Text c="dimmed">{instantInWords(madeAt)}</Text>
      </Group>
      {ref !== undefined && <Text c="dimmed">{ref}</Text>}
      <Text my="xs" style={{ whiteSpace: 'pre-line' }}>
        {text}
      </Text>
      {state === 'new' ? <Settle of={of} /> : answer !== undefined && <Text>Đã trả lời: {answer}</Text>}
    </Card>
  )
}

function Settle({ of: { id, agentName } }: { readonly of: Suggestion }) {
  const [answer, setAnswer] = useState('')
  const send = useSend('POST /suggestions/:id', ['GET /suggestions'])
  const settle = (state: 'taken' | 'declined') => {
    const words = answer.trim()
    send.mutate(
      { params: { id: String(id) }, body: { state, ...(words !== '' && { answer: words }) } },
      { onSuccess: () => notifications.show({ message: `Đã trả lời ${agentName}.`, color: 'brand' }) },
    )
  }
  return (
    <Stack gap="sm">
      <Textarea
        label="Trả lời nhân viên thu"
        autosize
        maxLength={500}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Complaint error={send.error} />
      <Group gap="sm">
        <Button loading={send.isPending} onClick={() => settle('taken')}>
          Nhận góp ý
        </Button>
        <Button variant="default" loading={send.isPending} onClick={() => settle('declined')}>
          Không nhận
        </Button>
      </Group>
    </Stack>
  )
}
