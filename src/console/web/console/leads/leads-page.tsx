import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { outcomeLabels, programmeLabel } from '../../../labels.ts'
import { type ApiError, callApi } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { hourInWords } from '../../shared/lead/lead-words.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { LeadFilter, type LeadFilterValues, noFilter } from './lead-filter.tsx'
import { emptyLists, type Line, stateNames } from './leads-words.ts'

const AGAIN_MS = 30_000

/** Leads by where they are stuck: first those that no agent has. */
export function Page() {
  const [filter, setFilter] = useState<LeadFilterValues>(noFilter)
  const leads = useLeads(filter)
  const lines = leads.data?.pages.flatMap((page) => page.leads)
  const why = leads.data?.pages[0]?.why
  return (
    <PageFrame title="Phiếu" lead="Bà con nhờ gọi: ai đang giữ phiếu, và phiếu nào chờ cán bộ.">
      <LeadFilter filter={filter} onFilter={setFilter} />
      <Answer of={{ data: lines, error: leads.error, refetch: leads.refetch as () => never }}>
        {(shown) => (
          <>
            {shown.length === 0 && <Text role="status">{why ?? emptyLists[filter.which]}</Text>}
            <Stack gap="sm" role="list" aria-label="Phiếu">
              {shown.map((line) => (
                <LeadLine key={line.id} line={line} />
              ))}
            </Stack>
            {leads.hasNextPage && (
              <Button
                variant="default"
                mt="md"
                loading={leads.isFetchingNextPage}
                onClick={() => void leads.fetchNextPage()}
              >
                Tải thêm
              </Button>
            )}
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

function useLeads(filter: LeadFilterValues) {
  return useInfiniteQuery<Page, ApiError, { pages: readonly Page[] }, unknown[], string | undefined>({
    queryKey: ['GET /leads', filter],
    queryFn: ({ pageParam: before }) =>
      callApi('GET /leads', { query: { ...filter, ...(before !== undefined && { before }) } }),
    initialPageParam: undefined,
    getNextPageParam: ({ leads, isMore }) => (isMore ? leads.at(-1)?.id : undefined),
    refetchInterval: AGAIN_MS,
  })
}
type Page = Awaited<ReturnType<typeof callApi<'GET /leads'>>>

function LeadLine({ line }: { readonly line: Line }) {
  const { id, code, commune, programme, capturedAt, owner, state, isLate, priority, outcome, rating } = line
  return (
    <Card withBorder padding="md" role="listitem">
      <Group gap="xs" justify="space-between">
        <Text component={Link} href={`/phieu/${id}`} fw={600} c="brand">
          {code} · {commune}
        </Text>
        <Group gap="xs">
          {priority === 'high' && state !== 'closed' && <Badge color="amber">Cần gấp</Badge>}
          {isLate && <Badge color="red.9">Quá giờ</Badge>}
          <Badge color={state === 'offered' ? 'amber' : 'brand'}>{stateNames[state]}</Badge>
        </Group>
      </Group>
      <Text>{owner.name}</Text>
      <Text c="dimmed">
        {programmeLabel(programme)} · nhờ gọi {instantInWords(capturedAt)}
        {state !== 'closed' && ` · ${dueInWords(line)}`}
      </Text>
      {outcome !== undefined && (
        <Text c="dimmed">
          Kết quả: {outcomeLabels[outcome]}
          {rating !== undefined && ` · bà con chấm ${rating}/5`}
        </Text>
      )}
    </Card>
  )
}

function dueInWords({ state, owner, acceptBefore, callBefore }: Line): string {
  const isAccepting = state === 'offered' && owner.kind === 'agent'
  return isAccepting ? `nhận trước ${hourInWords(acceptBefore)}` : `gọi trước ${hourInWords(callBefore)}`
}
