import { Badge, Card, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Pager } from '../../shared/pager.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { OpenDecrees } from './decree-list.tsx'
import { certaintyNames } from './labels.ts'

type Listed = AnswerTo<'GET /parameters'>['parameters'][number]
const SETTLE_MS = 250

const states = [
  { value: '', label: 'Tất cả' },
  { value: 'changing', label: 'Sắp đổi' },
  { value: 'overdue', label: 'Quá hạn kiểm tra' },
  { value: 'unconfirmed', label: 'Chưa xác nhận' },
  { value: 'drafting', label: 'Có bản đang nhập' },
] as const
type State = (typeof states)[number]['value']

/** Every number of the law that the bot may say: today's value, the coming one, and who must look at it. */
export function Page() {
  const [find, setFind] = useState('')
  const [state, setState] = useState<State>('')
  const [page, setPage] = useState(0)
  const [settled] = useDebouncedValue(find, SETTLE_MS)
  const parameters = useApi('GET /parameters', { query: { find: settled, state, page } })
  return (
    <PageFrame
      title="Số của luật"
      lead="Mỗi con số có ngày, văn bản và người chịu trách nhiệm. Một người nhập, người khác xác nhận, rồi bot mới dùng."
    >
      <OpenDecrees />
      <Search
        {...{ find, state }}
        onFind={(text) => (setFind(text), setPage(0))}
        onState={(one) => (setState(one), setPage(0))}
      />
      <Answer of={parameters}>
        {(data) => (
          <>
            <Text c="dimmed" mb="sm" role="status">
              {data.total} con số
            </Text>
            <Cards parameters={data.parameters} />
            <Pager page={page} total={data.total} onPage={setPage} />
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

interface SearchProps {
  readonly find: string
  readonly state: State
  readonly onFind: (find: string) => void
  readonly onState: (state: State) => void
}

function Search({ find, state, onFind, onState }: SearchProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mb="md" component="form" role="search">
      <TextInput
        label="Tìm con số hoặc số văn bản"
        description="Có dấu hay không dấu đều được"
        value={find}
        onChange={(event) => onFind(event.currentTarget.value)}
      />
      <NativeSelect
        label="Cần để ý"
        description="Lọc những số phải xem"
        data={states}
        value={state}
        onChange={(event) => onState(event.currentTarget.value as State)}
      />
    </SimpleGrid>
  )
}

function Cards({ parameters }: { readonly parameters: readonly Listed[] }) {
  if (parameters.length === 0) return <Text>Không có con số nào khớp. Anh/chị thử ít chữ hơn.</Text>
  return (
    <Stack gap="sm" role="list" aria-label="Số của luật">
      {parameters.map((one) => (
        <Card key={one.name} withBorder padding="md" role="listitem">
          <Group justify="space-between" gap="xs" align="baseline">
            <Text
              component={Link}
              href={`/so-lieu/so/${one.name}`}
              fw={600}
              c="brand"
              td="underline"
              py={8}
              style={{ overflowWrap: 'anywhere' }}
            >
              {one.label}
            </Text>
            <Text fw={600}>{one.now?.printed ?? 'hôm nay không có giá trị'}</Text>
          </Group>
          <Marks of={one} />
        </Card>
      ))}
    </Stack>
  )
}

function Marks({ of: { now, next, isOverdue, checkBy, draft } }: { readonly of: Listed }) {
  return (
    <Group gap="xs">
      {next && (
        <Badge color="amber" tt="none">
          Từ {dayInWords(next.from)}: {next.printed}
        </Badge>
      )}
      {isOverdue && (
        <Badge color="red.9" tt="none">
          Quá hạn kiểm tra
        </Badge>
      )}
      {[now, next].some((one) => one?.certainty === 'unconfirmed') && (
        <Badge color="red.9" tt="none">
          {certaintyNames.unconfirmed}
        </Badge>
      )}
      {draft && (
        <Badge color="gray.7" tt="none">
          {draft.state === 'draft' ? 'Có bản đang nhập' : 'Có bản chờ xác nhận'}
        </Badge>
      )}
      <Text c="dimmed" size="sm">
        {now ? `Từ ${dayInWords(now.from)}, ${now.place}, ${now.act} · ` : ''}xem lại trước{' '}
        {dayInWords(checkBy)}
      </Text>
    </Group>
  )
}
