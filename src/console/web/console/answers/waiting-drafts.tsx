import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { instantInWords } from '../../shared/instants.ts'
import { useApi } from '../../shared/use-api.ts'
import type { AnswerTo } from '../../shared/api.ts'
import { stateColors, stateNames } from './labels.ts'

/** What is being worked on: first what waits for a signature. */
export function WaitingDrafts() {
  const drafts = useApi('GET /answer-drafts', {}).data?.drafts ?? []
  if (drafts.length === 0) return null
  const order = ['submitted', 'approved', 'draft']
  const sorted = drafts.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <Card withBorder padding="md" mb="lg">
      <Title order={2} size="h4" mb="sm">
        Đang làm dở
      </Title>
      <DraftList drafts={sorted} />
    </Card>
  )
}

type Listed = AnswerTo<'GET /answer-drafts'>['drafts'][number]

export function DraftList({ drafts }: { readonly drafts: readonly Listed[] }) {
  return (
    <Stack gap="xs" role="list" aria-label="Bản đang làm">
      {drafts.map(({ id, name, title, state, authors, changedAt, publishAt, note }) => (
        <Group key={id} role="listitem" justify="space-between" gap="xs">
          <div style={{ flex: '1 1 260px' }}>
            <Text fw={600}>{title}</Text>
            <Group gap="xs">
              <Badge color={stateColors[state]}>{stateNames[state]}</Badge>
              <Text c="dimmed" size="sm">
                {name} · {authors.join(', ')} ·{' '}
                {publishAt === undefined
                  ? instantInWords(changedAt)
                  : `xuất bản lúc ${instantInWords(publishAt)}`}
              </Text>
            </Group>
            {note !== undefined && <Text c="red.9">{note}</Text>}
          </div>
          <Button component={Link} href={`/cau-tra-loi/ban/${id}`} variant="default">
            {state === 'draft' ? 'Soạn tiếp' : 'Mở'}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
