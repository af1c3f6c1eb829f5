import {
  Badge,
  Button,
  Card,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer, Complaint } from '../../shared/states.tsx'
import { suggestionStates, suggestionSubjects } from '../../shared/suggestion-words.ts'
import { useSend } from '../../shared/use-api.ts'
import { BackToMore } from '../back-to-more.tsx'
import { newKey } from '../offline/queue.ts'
import { useKept } from '../offline/use-kept.ts'

type Suggestion = AnswerTo<'GET /my/suggestions'>['suggestions'][number]
type About = Suggestion['about']
interface Typed {
  readonly about: About
  readonly ref: string
  readonly text: string
}

/** What the agent would say better than the bot or the talking points; an officer reads it and answers. */
export function Page() {
  const mine = useKept('GET /my/suggestions', {})
  return (
    <>
      <BackToMore />
      <PageFrame title="Góp ý" lead="Cán bộ truyền thông đọc từng góp ý và trả lời anh/chị ở đây.">
        <SuggestionForm />
        <Title order={2} size="h4" mt="xl" mb="xs">
          Góp ý của tôi
        </Title>
        <Answer of={mine}>{(data) => <Past suggestions={data.suggestions} />}</Answer>
      </PageFrame>
    </>
  )
}

/** The form's values, and what sends them: the same key until it has arrived. */
function useSuggestion() {
  const from = new URLSearchParams(useSearch()).get('ve') ?? ''
  const [key, setKey] = useState(newKey)
  const send = useSend('POST /my/suggestions', ['GET /my/suggestions'])
  const about: About = from === '' ? 'answer' : 'script'
  const form = useForm<Typed>({ initialValues: { about, ref: from, text: '' } })
  const sent = (subject: About) => {
    form.setValues({ about: subject, ref: '', text: '' })
    setKey(newKey())
    notifications.show({ message: 'Đã gửi góp ý. Cảm ơn anh/chị.', color: 'brand' })
  }
  const submit = form.onSubmit(({ about: subject, ref, text }) =>
    send.mutate(
      { body: { key, about: subject, text, ...(ref.trim() !== '' && { ref }) } },
      { onSuccess: () => sent(subject) },
    ),
  )
  return { form, send, submit }
}

function SuggestionForm() {
  const { form, send, submit } = useSuggestion()
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <NativeSelect
          label="Về việc gì"
          data={Object.entries(suggestionSubjects).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('about')}
        />
        <TextInput label="Câu nào (không bắt buộc)" maxLength={120} {...form.getInputProps('ref')} />
        <Textarea
          label="Anh/chị muốn sửa thế nào"
          description="Không ghi tên, số điện thoại, số giấy tờ của người dân."
          autosize
          minRows={3}
          maxLength={1000}
          required
          withAsterisk={false}
          {...form.getInputProps('text')}
        />
        <Complaint error={send.error} />
        <Button type="submit" loading={send.isPending}>
          Gửi góp ý
        </Button>
      </Stack>
    </form>
  )
}

function Past({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  if (suggestions.length === 0) return <Text>Anh/chị chưa gửi góp ý nào.</Text>
  return (
    <Stack gap="sm" role="list">
      {suggestions.map(({ id, about, ref, text, madeAt, state, answer }) => (
        <Card key={id} withBorder padding="md" role="listitem">
          <Group gap="xs">
            <Badge color={state === 'new' ? 'gray' : 'brand'}>{suggestionStates[state]}</Badge>
            <Text c="dimmed">{instantInWords(madeAt)}</Text>
          </Group>
          <Text c="dimmed">
            {suggestionSubjects[about]}
            {ref !== undefined && ` · ${ref}`}
          </Text>
          <Text className="as-said">{text}</Text>
          {answer !== undefined && <Text mt="xs">Cán bộ trả lời: {answer}</Text>}
        </Card>
      ))}
    </Stack>
  )
}
