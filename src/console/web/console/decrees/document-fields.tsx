import { Button, Card, Group, MultiSelect, NativeSelect, SimpleGrid, TextInput, Title } from '@mantine/core'
import type { NewDocument, Words } from './labels.ts'

const kinds = [
  'Nghị định',
  'Luật',
  'Bộ luật',
  'Nghị quyết',
  'Quyết định',
  'Thông tư',
  'Công văn',
  'Thông báo',
] as const
const empty: NewDocument = {
  ...{ number: '', kind: 'Nghị định', title: '', issuer: '', issued: '', from: '', replaces: [] },
}

interface Props {
  readonly documents: readonly NewDocument[]
  readonly words: Words
  readonly onChange: (documents: NewDocument[]) => void
}

/** Documents that the register does not know yet: they come with this decree. */
export function DocumentFields({ documents, words, onChange }: Props) {
  const change = (at: number, part: Partial<NewDocument>) =>
    onChange(documents.map((one, i) => (i === at ? { ...one, ...part } : one)))
  return (
    <div role="group" aria-label="Văn bản mới">
      <Title order={2} size="h4" mb="sm">
        Văn bản mới
      </Title>
      {documents.map((one, i) => (
        <Card key={i} withBorder padding="lg" mb="sm">
          <OneDocument {...{ one, words }} onChange={(part) => change(i, part)} />
          <Button
            variant="default"
            mt="md"
            aria-label={`Bỏ văn bản này (${i + 1})`}
            onClick={() => onChange(documents.filter((_, at) => at !== i))}
          >
            Bỏ văn bản này
          </Button>
        </Card>
      ))}
      <Group>
        <Button variant="default" onClick={() => onChange([...documents, empty])}>
          Ghi văn bản chưa có trong sổ
        </Button>
      </Group>
    </div>
  )
}

interface OneProps {
  readonly one: NewDocument
  readonly words: Words
  readonly onChange: (part: Partial<NewDocument>) => void
}

function OneDocument({ one, words, onChange }: OneProps) {
  const field = (name: 'number' | 'title' | 'issuer' | 'issued' | 'from') => ({
    value: one[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextInput label="Số hiệu" placeholder="161/2026/NĐ-CP" {...field('number')} />
      <NativeSelect
        label="Loại văn bản"
        data={kinds}
        value={one.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value as NewDocument['kind'] })}
      />
      <TextInput label="Tên văn bản" {...field('title')} />
      <TextInput label="Cơ quan ban hành" {...field('issuer')} />
      <TextInput label="Ngày ban hành" type="date" {...field('issued')} />
      <TextInput label="Văn bản có hiệu lực từ ngày" type="date" {...field('from')} />
      <MultiSelect
        label="Thay thế văn bản"
        description="Văn bản bị thay hết hiệu lực trước ngày văn bản mới có hiệu lực"
        searchable
        data={words.documents.map(({ number }) => number)}
        value={one.replaces}
        onChange={(replaces) => onChange({ replaces })}
      />
    </SimpleGrid>
  )
}
