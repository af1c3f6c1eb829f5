import { Accordion, Anchor, List, Text } from '@mantine/core'
import { Link } from 'wouter'
import { worryNames } from '../../shared/lead/lead-words.ts'
import { Part } from '../../shared/lead/part.tsx'
import type { Card } from '../words.ts'

/** What to say to such a person, worry by worry; the one they told is open. */
export function Points({ card: { points, worry } }: { readonly card: Card }) {
  const { label, isGuess, opening, parts, never } = points
  return (
    <Part title="Gợi ý nói chuyện">
      {label !== undefined && (
        <Text c="dimmed" mb="xs">
          {label}
          {isGuess && ' · đoán theo điều đang hỏi, anh/chị hỏi lại cho rõ'}
        </Text>
      )}
      {opening !== undefined && <Text mb="sm">Mở lời: “{opening}”</Text>}
      <Accordion variant="separated" order={3} defaultValue={worry ?? null}>
        {parts.map((part) => (
          <WorryPoints key={part.worry} part={part} persona={points.persona} />
        ))}
      </Accordion>
      <Text fw={600} mt="md">
        Tránh
      </Text>
      <List size="md">
        {never.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Part>
  )
}

interface WorryProps {
  readonly part: Card['points']['parts'][number]
  readonly persona: string
}

function WorryPoints({ part, persona }: WorryProps) {
  return (
    <Accordion.Item value={part.worry}>
      <Accordion.Control>{worryNames[part.worry]}</Accordion.Control>
      <Accordion.Panel>
        <Text c="dimmed">Thường nghe: “{part.hear}”</Text>
        <List size="md" my="xs">
          {part.say.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text mb="xs">Hỏi thêm: “{part.ask}”</Text>
        <Anchor
          component={Link}
          href={`/them/gop-y?ve=${persona}/${part.worry}`}
          underline="always"
          className="tall-link"
        >
          Góp ý sửa gợi ý này
        </Anchor>
      </Accordion.Panel>
    </Accordion.Item>
  )
}
