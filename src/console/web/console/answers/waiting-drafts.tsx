import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { instantInWords } from '../../shared/instants.ts'
import { useApi } from '../../shared/use-api.ts'
import type { ListedDraft } from './batch.ts'
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
      <Batches drafts={sorted} />
      <DraftList drafts={sorted.filter(({ batch }) => batch === undefined)} />
    </Card>
  )
}

/** The drafts of a file are one line: there may be hundreds. */
function Batches({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const batches = [...new Set(drafts.flatMap(({ batch }) => batch ?? []))]
  if (batches.length === 0) return null
  return (
    <Stack gap="xs" role="list" aria-label="Tệp đã nhập" mb="sm">
      {batches.map((batch) => {
        const own = drafts.filter((one) => one.batch === batch)
        const waiting = own.filter(({ state }) => state === 'submitted').length
        return (
          <Group key={batch} role="listitem" justify="space-between" gap="xs">
            <div style={{ flex: '1 1 260px' }}>
              <Text fw={600}>Nhập từ tệp lúc {instantInWords(batch)}</Text>
              <Text c="dimmed" size="sm">
                {own.length} bản · {waiting} chờ duyệt · {own[0]?.authors.join(', ')}
              </Text>
            </div>
            <Button
              component={Link}
              href={`/cau-tra-loi/tep/${encodeURIComponent(batch)}`}
              variant="default"
              aria-label={`Xem lần lượt các bản nhập lúc ${instantInWords(batch)}`}
            >
              Xem lần lượt
            </Button>
          </Group>
        )
      })}
    </Stack>
  )
}

export function DraftList({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
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
