import { List, Text, Title } from '@mantine/core'
import { dayInWords } from '../instants.ts'
import type { SeenLead } from './lead-words.ts'
import { Part } from './part.tsx'

interface Props {
  readonly card: Pick<SeenLead, 'explained' | 'quote'>
}

/** What the bot explained, and the sum exactly as the citizen read it: the agent must not contradict it. */
export function AlreadyTold({ card: { explained, quote } }: Props) {
  return (
    <Part title="Bot đã nói với người dân">
      {explained.length === 0 && !quote && <Text>Chưa giải thích mục nào.</Text>}
      {explained.length > 0 && (
        <List size="md" mb={quote ? 'sm' : 0}>
          {explained.map((title) => (
            <List.Item key={title}>{title}</List.Item>
          ))}
        </List>
      )}
      {quote && (
        <>
          <Title order={3} size="h5" mb={4}>
            Số tiền đã tính, ngày {dayInWords(quote.on)}
          </Title>
          <Text className="as-said">{quote.say}</Text>
          <details className="receipt">
            <summary>Mã để tính lại đúng số này</summary>
            <code>{quote.receipt}</code>
          </details>
        </>
      )}
    </Part>
  )
}
