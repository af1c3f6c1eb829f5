import { Badge, Card, Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords } from '../../shared/instants.ts'
import { programmeNames } from '../answers/labels.ts'
import { DraftFrom } from './draft-from.tsx'

type Given = AnswerTo<'GET /questions'>['groups'][number]
type Counted = Given['weeks']
const FIRST = 3

/** One thing people meant: how they said it, how often, when and where, what the bot says now, and a draft from it. */
export function GroupCard({ group }: { readonly group: Given }) {
  const { phrases, weeks, programmes, places, now } = group
  const [first, ...rest] = phrases
  return (
    <Card withBorder padding="md" role="listitem">
      <Group gap="xs" justify="space-between" align="flex-start">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {first?.words}
        </Text>
        <NowSays now={now} />
      </Group>
      <Text c="dimmed">{whyOf(group)}</Text>
      <Text c="dimmed">
        {listed(weeks, (week) => `tuần ${dayInWords(week)}`)}
        {' · '}
        {listed(
          programmes,
          (name) => programmeNames[name as keyof typeof programmeNames] ?? 'chưa rõ chương trình',
        )}
        {' · '}
        {listed(places, (name) => name)}
      </Text>
      {rest.length > 0 && (
        <details>
          <summary>Cách hỏi khác: {rest.length}</summary>
          {rest.map(({ words, times: said }) => (
            <Text key={words} style={{ overflowWrap: 'anywhere' }}>
              {words} ({said})
            </Text>
          ))}
        </details>
      )}
      <DraftFrom group={group} />
    </Card>
  )
}

/** "5 lần · 3 chưa hiểu · 2 chưa đúng ý" */
function whyOf({ times, notUnderstood, notMeant, notOurs }: Given): string {
  const counts = [
    [notUnderstood, 'chưa hiểu'],
    [notMeant, 'chưa đúng ý'],
    [notOurs, 'bị từ chối'],
  ] as const
  return [`${times} lần`, ...counts.flatMap(([count, why]) => (count > 0 ? [`${count} ${why}`] : []))].join(
    ' · ',
  )
}

/** "tuần 23/11/2026: 4, tuần 16/11/2026: 1" */
function listed(counts: Counted, nameOf: (name: string) => string): string {
  const shown = counts.slice(-FIRST).map(({ name, times }) => `${nameOf(name)}: ${times}`)
  return counts.length > FIRST ? `${shown.join(', ')}, …` : shown.join(', ')
}

function NowSays({ now: { kind, entry, isNew } }: Pick<Given, 'now'>) {
  if (kind === 'none') return <Badge color="red.9">Nay vẫn chưa hiểu</Badge>
  if (kind === 'declined') return <Badge color="gray.7">Nay vẫn từ chối</Badge>
  if (kind === 'choices') return <Badge color="amber">Nay cho chọn</Badge>
  return (
    <Badge color={isNew ? 'brand' : 'amber'} component={Link} href={`/cau-tra-loi/cau/${entry?.id}`}>
      {isNew ? 'Nay đã trả lời' : 'Vẫn câu cũ'}: {entry?.title}
    </Badge>
  )
}
