import { Accordion, Alert, SimpleGrid, Text } from '@mantine/core'
import { dayInWords } from '../../shared/instants.ts'
import { Findings } from './findings.tsx'
import type { Report } from './labels.ts'

const kinds = {
  answer: 'Lời của câu này',
  asked: 'Câu bà con đã hỏi',
  case: 'Câu hỏi mẫu',
  talk: 'Cuộc trò chuyện mẫu',
} as const

/** What the gate said: may it go out, why not, and whom it answers otherwise. */
export function GateReport({ report: { passed, findings, golden, changes } }: { readonly report: Report }) {
  return (
    <section aria-label="Kết quả kiểm tra">
      <Alert
        color={passed ? 'brand' : 'red'}
        title={passed ? 'Qua được kiểm tra' : 'Chưa qua kiểm tra'}
        role="status"
      >
        Đã hỏi lại {golden.asked} cách hỏi của mọi câu: trước tìm đúng {golden.before}, với bản này tìm đúng{' '}
        {golden.after}.
      </Alert>
      {findings.length > 0 && <Findings findings={findings} />}
      <Text fw={600} mt="md">
        Bot sẽ trả lời khác đi ở {changes.length} chỗ
      </Text>
      <Accordion multiple variant="separated" mt="xs">
        {changes.map(({ kind, what, on, before, after }, i) => (
          <Accordion.Item key={`${i} ${kind} ${what}`} value={`${i}`}>
            <Accordion.Control>
              {kinds[kind]}: {what} (ngày {dayInWords(on)})
            </Accordion.Control>
            <Accordion.Panel>
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <Said name="Trước" words={before} />
                <Said name="Sau" words={after} />
              </SimpleGrid>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  )
}

function Said({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <div>
      <Text c="dimmed" size="sm">
        {name}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{words}</Text>
    </div>
  )
}
