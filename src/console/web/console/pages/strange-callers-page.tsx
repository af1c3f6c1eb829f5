import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'

type Day = AnswerTo<'GET /strange-callers'>['days'][number]
type Report = Day['reports'][number]

const verdicts: Readonly<Record<Report['verdict'], { readonly label: string; readonly color: string }>> = {
  scam: { label: 'Lừa đảo', color: 'red.9' },
  likely: { label: 'Rất đáng ngờ', color: 'amber' },
  unsure: { label: 'Chưa rõ', color: 'gray' },
}

/** Strange callers that people told the bot of. Nobody is named: neither who was called nor who called. */
export function Page() {
  const reports = useApi('GET /strange-callers', {})
  return (
    <PageFrame
      title="Cuộc gọi lạ"
      lead="Người xưng BHXH mà bà con báo cho bot, trong 30 ngày qua. Bot không ghi người báo và số máy nào."
    >
      <Answer of={reports}>
        {({ days }) =>
          days.length === 0 ? (
            <Text>Chưa có ai báo cuộc gọi lạ nào.</Text>
          ) : (
            <Stack gap="xl">
              {days.map((day) => (
                <OneDay key={day.day} of={day} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </PageFrame>
  )
}

function OneDay({ of: { day, reports } }: { readonly of: Day }) {
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {dayInWords(day)}
      </Title>
      <Stack gap="sm" role="list" aria-label={dayInWords(day)}>
        {reports.map((report) => (
          <OneReport key={`${report.commune} ${report.pattern} ${report.verdict}`} of={report} />
        ))}
      </Stack>
    </section>
  )
}

function OneReport({ of: { commune, pattern, verdict, times } }: { readonly of: Report }) {
  const { label, color } = verdicts[verdict]
  return (
    <Card withBorder padding="md" role="listitem">
      <Group gap="xs">
        <Text fw={600}>{commune ?? 'Không nói ở xã nào'}</Text>
        <Badge color={color}>{label}</Badge>
      </Group>
      <Text c="dimmed">
        {pattern ?? 'Chưa khớp chiêu nào đã biết'} · {times} lần báo
      </Text>
    </Card>
  )
}
