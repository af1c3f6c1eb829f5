import { Accordion, Alert, Button, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { dayInWords } from '../../shared/instants.ts'
import { Findings } from '../answers/findings.tsx'
import type { Checked } from './labels.ts'

type Effects = Checked['citizens']

/** What a decree does: the numbers before and after, the sums of sample citizens, the answers that read otherwise. */
export function EffectReport({ checked }: { readonly checked: Checked }) {
  const { passed, findings, rows, days, citizens, answers, answerCount } = checked
  return (
    <Card withBorder padding="lg" component="section" aria-label="Ảnh hưởng">
      {findings.length > 0 && <Findings findings={findings} />}
      {passed && (
        <Stack gap="md">
          {rows.map(({ label, before, after, again }) => (
            <Alert key={label} color="brand" title={label}>
              <Text>Trước: {before}</Text>
              <Text fw={600}>
                Sau: {after} ({again})
              </Text>
            </Alert>
          ))}
          <Part
            title={`Người dân mẫu có kết quả khác: ${new Set(citizens.map(({ what }) => what)).size}`}
            none="Không người dân mẫu nào có kết quả khác."
            effects={citizens}
          />
          <Part
            title={`Câu trả lời có lời khác: ${answerCount}`}
            none="Không câu trả lời nào đổi lời."
            effects={answers}
          />
          <Text c="dimmed">Đã tính cho các ngày: {days.map(dayInWords).join(', ')}.</Text>
        </Stack>
      )}
    </Card>
  )
}

interface PartProps {
  readonly title: string
  readonly none: string
  readonly effects: Effects
}

const FIRST = 8

/** The first few; the others behind one press. */
function Part({ title, none, effects }: PartProps) {
  const [isAll, setAll] = useState(false)
  if (effects.length === 0) return <Text>{none}</Text>
  return (
    <div>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <Accordion multiple variant="separated">
        {(isAll ? effects : effects.slice(0, FIRST)).map(({ what, on, before, after }, i) => (
          <Accordion.Item key={`${i} ${what}`} value={`${i}`}>
            <Accordion.Control>
              {what} · ngày {dayInWords(on)}
            </Accordion.Control>
            <Accordion.Panel>
              <SimpleGrid
                cols={{ base: 1, sm: 2 }}
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                <Text>Trước: {before}</Text>
                <Text>Sau: {after}</Text>
              </SimpleGrid>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {!isAll && effects.length > FIRST && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          Xem cả {effects.length} chỗ
        </Button>
      )}
    </div>
  )
}
