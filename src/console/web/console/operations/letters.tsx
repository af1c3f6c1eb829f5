import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { Answer } from '../../shared/states.tsx'
import { useApi, useSend } from '../../shared/use-api.ts'
import { channelNames, letterKinds } from './operations-words.ts'
import { Part } from './part.tsx'

type Letter = AnswerTo<'GET /operations/letters'>['letters'][number]

/** What was given up. What a person typed is not shown here: only where it was, when, and why. */
export function Letters() {
  const all = useApi('GET /operations/letters', {})
  return (
    <Part
      title="Tin bị bỏ lại"
      about="Tin bot không trả lời được, hoặc câu trả lời không gửi được vì lỗi của hệ thống. Sửa xong lỗi thì đưa lại vào hàng."
    >
      <Answer of={all}>
        {({ letters, most }) => (
          <>
            {letters.length === 0 && <Text>Không có tin nào bị bỏ lại.</Text>}
            {letters.length === most && <Text mb="sm">Chỉ hiện {most} tin mới nhất.</Text>}
            <Stack gap="sm" role="list" aria-label="Tin bị bỏ lại">
              {letters.map((one) => (
                <LetterCard key={one.id} letter={one} />
              ))}
            </Stack>
          </>
        )}
      </Answer>
    </Part>
  )
}

function LetterCard({ letter: { id, kind, channel, desk, at, why } }: { readonly letter: Letter }) {
  const replay = useSend('POST /operations/letters/:id/replay', [
    'GET /operations/letters',
    'GET /operations',
  ])
  const told = {
    onSuccess: () => notifications.show({ message: 'Đã đưa lại vào hàng, đúng chỗ của nó.', color: 'brand' }),
    onError: (error: Error) => notifications.show({ message: error.message, color: 'red' }),
  }
  return (
    <Card withBorder padding="md" role="listitem">
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{letterKinds[kind]}</Text>
          <Text c="dimmed">
            {channelNames[channel]} · {desk} · {instantInWords(at)}
          </Text>
          <Text style={{ overflowWrap: 'anywhere' }}>Lý do: {why}</Text>
        </div>
        <Button
          variant="default"
          loading={replay.isPending}
          onClick={() => replay.mutate({ params: { id } }, told)}
        >
          Làm lại
        </Button>
      </Group>
    </Card>
  )
}
