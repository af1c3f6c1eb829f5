import { Button, Group, NativeSelect, TextInput, Title } from '@mantine/core'
import type { FieldsProps } from './editor-fields.tsx'
import type { Text, Words } from './labels.ts'

type Law = Text['law'][number]

/** The documents an answer rests on, from the register; those that are no more in force are marked. */
export function LawFields({ text: { law }, words, onChange }: FieldsProps) {
  const change = (i: number, part: Partial<Law>) =>
    onChange({ law: law.map((one, at) => (at === i ? { ...one, ...part } : one)) })
  return (
    <div role="group" aria-label="Căn cứ">
      <Title order={2} size="h5">
        Căn cứ
      </Title>
      {law.map((one, i) => (
        <LawLine
          key={i}
          {...{ one, words }}
          place={i + 1}
          onChange={(part) => change(i, part)}
          onDrop={() => onChange({ law: law.filter((_, at) => at !== i) })}
        />
      ))}
      <Button variant="default" onClick={() => onChange({ law: [...law, { act: '', place: '' }] })}>
        Thêm căn cứ
      </Button>
    </div>
  )
}

interface LineProps {
  readonly one: Law
  readonly words: Words
  readonly place: number
  readonly onChange: (part: Partial<Law>) => void
  readonly onDrop: () => void
}

function LawLine({ one, words, place, onChange, onDrop }: LineProps) {
  const known = words.documents.map(({ number, kind, title, isOver }) => ({
    value: number,
    label: `${kind} ${number}${isOver ? ' (hết hiệu lực)' : ''}: ${title}`,
  }))
  return (
    <Group align="flex-end" gap="xs" mb="xs">
      <NativeSelect
        label="Văn bản"
        data={[{ value: '', label: 'Chọn trong sổ văn bản' }, ...known]}
        value={one.act}
        onChange={(event) => onChange({ act: event.currentTarget.value, kind: undefined })}
        style={{ flex: '1 1 220px' }}
      />
      <TextInput
        label="Điều, khoản"
        value={one.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
        style={{ flex: '1 1 140px' }}
      />
      <Button variant="default" aria-label={`Bỏ căn cứ ${place}`} onClick={onDrop}>
        Bỏ
      </Button>
    </Group>
  )
}
