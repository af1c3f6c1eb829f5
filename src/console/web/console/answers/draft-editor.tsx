import { Alert, Card, Grid, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { DraftSteps } from './draft-steps.tsx'
import { EditorFields } from './editor-fields.tsx'
import type { Text, Words } from './labels.ts'
import { PhonePreview } from './phone-preview.tsx'
import { TryChat } from './try-chat.tsx'

interface Props {
  readonly given: AnswerTo<'GET /answer-drafts/:id'>
  readonly words: Words
}

/** Writing: the fields on the left, what a citizen would read or a talk to try on the right. */
export function DraftEditor({ given, words }: Props) {
  const [text, setText] = useState<Text>(given.draft.text)
  const [name, setName] = useState(given.draft.name)
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        {given.draft.note !== undefined && (
          <Alert color="yellow" title="Người duyệt nhắn" mb="md">
            {given.draft.note}
          </Alert>
        )}
        <Card withBorder padding="lg">
          <TextInput
            label="Tên của bản sửa này"
            description="Để sau này tìm lại, ví dụ “Thêm hạn nộp”"
            mb="md"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <EditorFields
            {...{ text, words }}
            related={given.related}
            onChange={(change) => setText({ ...text, ...change })}
          />
        </Card>
        <DraftSteps {...{ given, text, name }} onTake={setText} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Beside text={text} today={words.today} />
      </Grid.Col>
    </Grid>
  )
}

const sides = [
  { value: 'preview', label: 'Xem trước' },
  { value: 'try', label: 'Hỏi thử' },
]

function Beside({ text, today }: { readonly text: Text; readonly today: string }) {
  const [side, setSide] = useState('preview')
  return (
    <Card withBorder padding="md">
      <SegmentedControl
        mb="sm"
        fullWidth
        aria-label="Bên cạnh"
        value={side}
        onChange={setSide}
        data={sides}
      />
      {side === 'preview' ? (
        <PhonePreview text={text} today={today} />
      ) : (
        <TryChat text={text} today={today} />
      )}
    </Card>
  )
}
