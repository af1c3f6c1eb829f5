import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Pager } from '../../shared/pager.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { AnswerFilter, type FilterValues, noFilter } from './answer-filter.tsx'
import { programmeNames, stateColors, stateNames } from './labels.ts'
import { MovedFiles } from './moved-files.tsx'
import { NewAnswer } from './new-answer.tsx'
import { WaitingDrafts } from './waiting-drafts.tsx'

type Listed = AnswerTo<'GET /answers'>['answers'][number]
const SETTLE_MS = 250

/** Everything the bot can say: found by a question, with or without tone marks. */
export function Page() {
  const [filter, setFilter] = useState<FilterValues>(noFilter)
  const [page, setPage] = useState(0)
  const [settled] = useDebouncedValue(filter, SETTLE_MS)
  const [isNew, { open, close }] = useDisclosure()
  const answers = useApi('GET /answers', { query: { ...settled, page } })
  const narrow = (values: FilterValues) => {
    setFilter(values)
    setPage(0)
  }
  return (
    <PageFrame
      title="Câu trả lời"
      lead="Sửa ở đây chỉ thành bản nháp; người thứ hai duyệt rồi bot mới nói."
      actions={!isNew && <Button onClick={open}>Thêm câu mới</Button>}
    >
      {isNew && <NewAnswer onCancel={close} />}
      <WaitingDrafts />
      <AnswerFilter filter={filter} onFilter={narrow} />
      <Answer of={answers}>
        {(data) => (
          <>
            <MovedFiles moved={data.moved} />
            <Text c="dimmed" mb="sm" role="status">
              {data.total} câu · {data.served} câu đang dùng
            </Text>
            <Cards answers={data.answers} />
            <Pager page={page} total={data.total} onPage={setPage} />
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

function Cards({ answers }: { readonly answers: readonly Listed[] }) {
  if (answers.length === 0) return <Text>Không có câu nào khớp. Anh/chị thử ít chữ hơn.</Text>
  return (
    <Stack gap="sm" role="list" aria-label="Câu trả lời">
      {answers.map((one) => (
        <Card key={one.id} withBorder padding="md" role="listitem">
          <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
            <Text
              component={Link}
              href={`/cau-tra-loi/cau/${one.id}`}
              fw={600}
              c="brand"
              td="underline"
              py={8}
              style={{ overflowWrap: 'anywhere' }}
            >
              {one.title}
            </Text>
          </Group>
          <Group gap="xs">
            <Badge>{programmeNames[one.programme]}</Badge>
            {!one.isServed && <Badge color="red.9">Không dùng</Badge>}
            {one.draft && <Badge color={stateColors[one.draft.state]}>{stateNames[one.draft.state]}</Badge>}
            {one.changesOn !== undefined && (
              <Badge color="amber">Số đổi từ {dayInWords(one.changesOn)}</Badge>
            )}
            <Text c="dimmed" size="sm">
              Đối chiếu {dayInWords(one.checked)}
              {one.isRevised && ' · đã sửa trên trang này'}
            </Text>
          </Group>
        </Card>
      ))}
    </Stack>
  )
}
