import { Badge, Card, Group, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { channelNames, holderInWords } from './talk-words.ts'
import { TimeLeft } from './time-left.tsx'
import { useNow } from './use-now.ts'

type Talk = AnswerTo<'GET /hand-overs'>['talks'][number]
const AGAIN_MS = 10_000

/** Who waits for a person: the longest waiting first, with the time left to write to them. */
export function Page() {
  const talks = useApi('GET /hand-overs', {}, AGAIN_MS)
  return (
    <PageFrame
      title="Trò chuyện"
      lead="Bà con đã gọi người. Trong lúc cán bộ giữ cuộc trò chuyện, bot im lặng."
    >
      <Answer of={talks}>
        {(data) =>
          data.talks.length === 0 ? (
            <Text role="status">Không có ai đang chờ. Trang tự xem lại mỗi 10 giây.</Text>
          ) : (
            <Talks talks={data.talks} now={data.now} />
          )
        }
      </Answer>
    </PageFrame>
  )
}

function Talks({ talks, now }: { readonly talks: readonly Talk[]; readonly now: string }) {
  const at = useNow(now)
  return (
    <Stack gap="sm" role="list" aria-label="Cuộc trò chuyện">
      {talks.map((talk) => (
        <Card key={talk.id} withBorder padding="md" role="listitem">
          <Group gap="xs" justify="space-between">
            <Text component={Link} href={`/tro-chuyen/${talk.id}`} fw={600} c="brand">
              {channelNames[talk.channel]} · {talk.voice} · từ {instantInWords(talk.askedAt)}
            </Text>
            <Badge color={talk.holder === undefined ? 'amber' : 'brand'}>{holderInWords(talk)}</Badge>
          </Group>
          <TimeLeft talk={talk} at={at} />
        </Card>
      ))}
    </Stack>
  )
}
