import { Alert, Button, Group, SimpleGrid, Text } from '@mantine/core'
import { FormView } from './form-view.tsx'
import type { Form } from './labels.ts'

interface Props {
  readonly kind: 'stale' | 'moved'
  readonly theirs: Form
  readonly mine: Form
  readonly onTake: () => void
  readonly onKeep: () => void
}

const says = {
  stale: 'Người khác vừa lưu bản này trong lúc anh/chị nhập. Hai bản cạnh nhau ở dưới.',
  moved:
    'Từ lúc anh/chị bắt đầu nhập, một bản khác đụng tới đúng con số hoặc văn bản này đã được xác nhận hoặc lấy lại. Anh/chị xem giá trị đang dùng rồi mới giữ bản của mình.',
}

/** Two people were at work: nothing is overwritten by itself, the second decides knowingly. */
export function DecreeConflict({ kind, theirs, mine, onTake, onKeep }: Props) {
  return (
    <Alert color="red" title="Có người sửa cùng lúc" role="alert" my="md">
      <Text mb="sm">{says[kind]}</Text>
      {kind === 'stale' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <FormView form={theirs} title="Của người kia" />
          <FormView form={mine} title="Của anh/chị" />
        </SimpleGrid>
      )}
      <Group mt="md">
        {kind === 'stale' && (
          <Button variant="default" onClick={onTake}>
            Lấy bản của người kia
          </Button>
        )}
        <Button onClick={onKeep}>Đã xem, giữ bản của tôi</Button>
      </Group>
    </Alert>
  )
}
