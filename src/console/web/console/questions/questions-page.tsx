import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { GroupCard } from './group-card.tsx'
import { noFilter, QuestionFilter, type QuestionFilterValues } from './question-filter.tsx'

const PAGE = 10

/** What people asked and did not get, grouped by what they meant: an answer is begun from here. */
export function Page() {
  const [filter, setFilter] = useState<QuestionFilterValues>(noFilter)
  const [page, setPage] = useState(0)
  const questions = useApi('GET /questions', { query: { ...filter, page } })
  const narrow = (values: QuestionFilterValues) => {
    setFilter(values)
    setPage(0)
  }
  return (
    <PageFrame
      title="Bà con hỏi gì"
      lead="Câu bot chưa hiểu, bà con bảo chưa đúng ý, hoặc bot từ chối. Tên, số, địa chỉ đã bỏ từ trước khi lưu."
    >
      <QuestionFilter filter={filter} places={questions.data?.places ?? []} onFilter={narrow} />
      <Answer of={questions}>
        {({ groups, total, questions: count, isCut }) => (
          <>
            <Text c="dimmed" mb="sm" role="status">
              {count} lần hỏi, gom thành {total} ý
            </Text>
            {isCut && <Alert color="blue.8">Nhiều câu quá: chỉ xem 1.000 lần hỏi mới nhất.</Alert>}
            {total === 0 && <Text>Không có câu nào như vậy trong thời gian này.</Text>}
            <Stack gap="sm" role="list" aria-label="Các ý bà con hỏi">
              {groups.map((group) => (
                <GroupCard key={group.phrases[0]?.words} group={group} />
              ))}
            </Stack>
            <Pager page={page} total={total} onPage={setPage} />
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

interface PagerProps {
  readonly page: number
  readonly total: number
  readonly onPage: (page: number) => void
}

function Pager({ page, total, onPage }: PagerProps) {
  return (
    <Group mt="md">
      {page > 0 && (
        <Button variant="default" onClick={() => onPage(page - 1)}>
          Trang trước
        </Button>
      )}
      {(page + 1) * PAGE < total && (
        <Button variant="default" onClick={() => onPage(page + 1)}>
          Trang sau
        </Button>
      )}
    </Group>
  )
}
