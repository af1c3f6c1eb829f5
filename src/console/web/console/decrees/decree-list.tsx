import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { instantInWords } from '../../shared/instants.ts'
import { useApi } from '../../shared/use-api.ts'
import { type Decree, stateColors, stateNames } from './labels.ts'

/** What is being entered or waits for a second person; and what was published lately. */
export function OpenDecrees() {
  const decrees = useApi('GET /decrees', {}).data
  if (!decrees || decrees.open.length + decrees.done.length === 0) return null
  return (
    <Card withBorder padding="md" mb="lg">
      {decrees.open.length > 0 && <Part title="Đang làm dở" decrees={decrees.open} />}
      {decrees.done.length > 0 && <Part title="Đã nhập trên trang này" decrees={decrees.done.slice(0, 5)} />}
    </Card>
  )
}

function Part({ title, decrees }: { readonly title: string; readonly decrees: readonly Decree[] }) {
  return (
    <>
      <Title order={2} size="h4" my="sm">
        {title}
      </Title>
      <DecreeList decrees={decrees} label={title} />
    </>
  )
}

interface Props {
  readonly decrees: readonly Decree[]
  readonly label: string
}

export function DecreeList({ decrees, label }: Props) {
  return (
    <Stack gap="xs" role="list" aria-label={label}>
      {decrees.map((one) => (
        <Group key={one.id} role="listitem" justify="space-between" gap="xs">
          <div style={{ flex: '1 1 260px', minWidth: 0 }}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {one.name}
            </Text>
            <Group gap="xs">
              <Badge color={stateColors[one.state]}>{stateNames[one.state]}</Badge>
              <Text c="dimmed" size="sm">
                {whoDid(one)}
              </Text>
            </Group>
            {one.note !== undefined && <Text c="red.9">{one.note}</Text>}
          </div>
          <Button
            component={Link}
            href={`/so-lieu/ban/${one.id}`}
            variant="default"
            aria-label={`${one.state === 'draft' ? 'Nhập tiếp' : 'Mở'}: ${one.name}`}
          >
            {one.state === 'draft' ? 'Nhập tiếp' : 'Mở'}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}

/** Everyone whose name stands under it, and when. */
export function whoDid({ authors, reviewer, publishedAt, changedAt, taken }: Decree): string {
  const signed =
    reviewer === undefined || publishedAt === undefined
      ? instantInWords(changedAt)
      : `${reviewer} xác nhận ${instantInWords(publishedAt)}`
  const back = taken ? ` · ${taken.by} lấy lại ${instantInWords(taken.at)}: ${taken.why}` : ''
  return `${authors.join(', ')} nhập · ${signed}${back}`
}
