import { Alert, Button, Group, Text } from '@mantine/core'
import type { Text as AnswerText } from './labels.ts'
import { TextDiff } from './text-diff.tsx'

interface Props {
  readonly theirs: AnswerText | undefined
  readonly mine: AnswerText
  readonly kind: 'stale' | 'moved'
  readonly onTake: (text: AnswerText) => void
  readonly onKeep: () => void
}

const says = {
  stale: 'Người khác vừa lưu bản này trong lúc anh/chị soạn. Hai bản cạnh nhau ở dưới.',
  moved: 'Từ lúc anh/chị bắt đầu soạn, một bản khác của câu này đã được xuất bản. Hai bản cạnh nhau ở dưới.',
}

/** Two people wrote at once: both side by side, and the second decides knowingly. Nothing is overwritten by itself. */
export function Conflict({ theirs, mine, kind, onTake, onKeep }: Props) {
  return (
    <Alert color="red" title="Có người sửa cùng lúc" role="alert" my="md">
      <Text mb="sm">{says[kind]}</Text>
      <TextDiff before={theirs} after={mine} names={['Của người kia', 'Của anh/chị']} />
      <Group mt="md">
        {theirs && (
          <Button variant="default" onClick={() => onTake(theirs)}>
            Lấy bản của người kia
          </Button>
        )}
        <Button onClick={onKeep}>Đã xem, giữ bản của tôi</Button>
      </Group>
    </Alert>
  )
}
