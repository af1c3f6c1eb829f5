import { Card, List, Text, Title } from '@mantine/core'
import type { AnswerTo } from '../../shared/api.ts'

const kinds: Readonly<Record<string, string>> = {
  answer: 'Trả lời ngay',
  choices: 'Chưa chắc, cho chọn',
  decline: 'Không trả lời',
  smalltalk: 'Chào hỏi',
  handoff: 'Chuyển người',
  safety: 'Giúp khẩn cấp',
}
const signalNames: Readonly<Record<string, string>> = {
  phrase: 'giống một cách hỏi',
  learnt: 'đúng chủ đề',
  meant: 'đúng câu',
  foreign: 'nhắc loại hình khác',
  marks: 'lệch dấu',
}
const percent = (share: number) => `${Math.round(share * 100)}%`

type Why = NonNullable<AnswerTo<'POST /answer-try'>['why']>

/** Why the bot said that: the phrasing it matched, what spoke for it, the runners-up, and the steps of the sum. */
export function WhyThis({ tried }: { readonly tried: AnswerTo<'POST /answer-try'> | undefined }) {
  if (!tried) return null
  const { why, steps } = tried
  return (
    <Card withBorder padding="md" role="region" aria-label="Vì sao bot trả lời vậy">
      <Title order={2} size="h5">
        Vì sao bot trả lời vậy
      </Title>
      {why && <Matched why={why} />}
      {steps.length > 0 && (
        <>
          <Text mt="xs" fw={600}>
            Các số đã dùng
          </Text>
          {steps.map((step) => (
            <Text key={step}>{step}</Text>
          ))}
        </>
      )}
    </Card>
  )
}

function Matched({ why: { kind, ours, sure, repaired, likely } }: { readonly why: Why }) {
  const [first, ...others] = likely
  return (
    <>
      <Text>
        {kinds[kind] ?? kind} · là câu hỏi cho mình {percent(ours)} · chắc đúng câu {percent(sure)}
      </Text>
      {repaired.length > 0 && <Text c="dimmed">Đã sửa lỗi gõ: {repaired.join(', ')}</Text>}
      {first && (
        <>
          <Text mt="xs">
            Khớp nhất: <b>{first.title}</b> ({percent(first.score)}), gần cách hỏi “{first.phrase}”
          </Text>
          <Text c="dimmed">
            {Object.entries(first.signals)
              .map(([name, value]) => `${signalNames[name] ?? name} ${percent(value)}`)
              .join(' · ')}
          </Text>
        </>
      )}
      <List mt="xs">
        {others.map(({ id, title, score }) => (
          <List.Item key={id}>
            {title} ({percent(score)})
          </List.Item>
        ))}
      </List>
    </>
  )
}
