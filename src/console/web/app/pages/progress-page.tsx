import { Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { programmeLabel } from '../../../labels.ts'
import type { AnswerTo } from '../../shared/api.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { OldAnswer } from '../offline/old-answer.tsx'
import { useKept } from '../offline/use-kept.ts'
import { groupNames } from '../words.ts'

type InPeriod = AnswerTo<'GET /my/progress'>['week']
type Target = InPeriod['targets'][number]

/** My week and my month: plan, done, left and pace, from the same query as the supervisor's; and what waits now. */
export function Page() {
  const progress = useKept('GET /my/progress', {})
  const leads = useKept('GET /my/leads', {})
  return (
    <PageFrame title="Tiến độ của tôi">
      <OldAnswer since={progress.oldSince} />
      <Stack gap="lg">
        {leads.data && <Waiting leads={leads.data.leads} />}
        <Answer of={progress}>
          {({ week, month }) => (
            <>
              <Period name="Tuần này" of={week} fallback={<FromMonth month={month} />} />
              <Period name="Tháng này" of={month} fallback={<NoPlan />} />
            </>
          )}
        </Answer>
      </Stack>
    </PageFrame>
  )
}

function Waiting({ leads }: { readonly leads: AnswerTo<'GET /my/leads'>['leads'] }) {
  const groups = ['accept', 'call', 'appointment'] as const
  return (
    <SimpleGrid cols={3} spacing="xs">
      {groups.map((group) => (
        <Card key={group} withBorder padding="sm">
          <Text fz={28} fw={600} lh={1.2}>
            {leads.filter(({ urgency }) => urgency === group).length}
          </Text>
          <Text c="dimmed" fz="sm">
            {groupNames[group]}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  )
}

interface PeriodProps {
  readonly name: string
  readonly of: InPeriod
  readonly fallback: React.ReactNode
}

function Period({ name, of: { period, targets }, fallback }: PeriodProps) {
  return (
    <section aria-label={name}>
      <Title order={2} size="h4">
        {name}
      </Title>
      <Text c="dimmed" mb="xs">
        {period}
      </Text>
      <Stack gap="sm">
        {targets.length === 0 ? fallback : targets.map((one) => <TargetCard key={one.programme} of={one} />)}
      </Stack>
    </section>
  )
}

const NoPlan = () => <Text>Chưa có chỉ tiêu. Cán bộ BHXH giao chỉ tiêu thì số hiện ở đây.</Text>

/** No plan of its own for the week: what the month asks of it. */
function FromMonth({ month: { targets } }: { readonly month: InPeriod }) {
  if (targets.length === 0) return <NoPlan />
  return targets.map(({ programme, thisWeek, aWeekFromNow }) => (
    <Text key={programme}>
      {programmeLabel(programme)}: tuần này thêm <b>{thisWeek}</b> người. Để kịp tháng, mỗi tuần cần{' '}
      <b>{aWeekFromNow}</b> người.
    </Text>
  ))
}

const paces: Readonly<Record<Target['verdict'], string>> = {
  ahead: 'Nhanh hơn kế hoạch',
  'on-pace': 'Đúng kế hoạch',
  behind: 'Chậm hơn kế hoạch',
}

function TargetCard({ of }: { readonly of: Target }) {
  const { programme, plan, done, left, percent, expected, verdict } = of
  const said = percent === undefined ? '' : ` (đạt ${String(percent).replace('.', ',')}% của ${plan})`
  return (
    <Card withBorder padding="md">
      <Text fw={600}>{programmeLabel(programme)}</Text>
      <Group gap="lg" my="xs">
        <Number name="Chỉ tiêu" value={plan} />
        <Number name="Đã làm" value={done} />
        <Number name="Còn lại" value={left} />
      </Group>
      <Progress
        value={Math.min(100, percent ?? 100)}
        size="lg"
        aria-label={`${programmeLabel(programme)}: đã làm ${done} trên ${plan}`}
        color={verdict === 'behind' ? 'orange' : 'brand'}
      />
      <Text mt="xs">
        {paces[verdict]}: đến nay cần {expected}, đã có {done}
        {said}.
      </Text>
    </Card>
  )
}

function Number({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <Text fz={24} fw={600} lh={1.2}>
        {value}
      </Text>
      <Text c="dimmed">{name}</Text>
    </div>
  )
}
