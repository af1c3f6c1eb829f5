import { Accordion, Button, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { dayInWords } from '../../shared/instants.ts'
import type { Report } from './labels.ts'

const FIRST = 5
const kinds = {
  answer: 'Lời của câu này',
  asked: 'Câu bà con đã hỏi',
  case: 'Câu hỏi mẫu',
  talk: 'Cuộc trò chuyện mẫu',
} as const

interface Props {
  readonly changes: Report['changes']
  /** How many there are, when more than are listed. */
  readonly of: number
}

/** Places that are answered otherwise: the first few, the others behind one press. */
export function ChangeList({ changes, of }: Props) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? changes : changes.slice(0, FIRST)
  return (
    <>
      <Accordion multiple variant="separated" mt="xs">
        {shown.map((change, i) => (
          <ChangeItem key={`${i} ${change.kind} ${change.what}`} of={change} value={`${i}`} />
        ))}
      </Accordion>
      {changes.length > shown.length && (
        <Button variant="default" mt="xs" onClick={() => setAll(true)}>
          Xem thêm {changes.length - shown.length} chỗ
        </Button>
      )}
      {isAll && of > changes.length && (
        <Text c="dimmed">Còn {of - changes.length} chỗ nữa không liệt kê.</Text>
      )}
    </>
  )
}

interface ItemProps {
  readonly of: Report['changes'][number]
  readonly value: string
}

function ChangeItem({ of: { kind, what, on, before, after }, value }: ItemProps) {
  return (
    <Accordion.Item value={value}>
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
