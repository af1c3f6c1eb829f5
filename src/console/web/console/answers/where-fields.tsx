import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import type { FieldsProps } from './editor-fields.tsx'
import { EntryPicker } from './entry-picker.tsx'
import { audienceNames, options, programmeNames, type Text } from './labels.ts'

/** Where it belongs, whom it is for, and where it leads. */
export function Where(props: FieldsProps) {
  const { text, related, onChange } = props
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Topics {...props} />
        <ForWhom {...props} />
        <Next {...props} />
        <TextInput
          label="Người phụ trách"
          value={text.owner ?? ''}
          onChange={(event) => onChange({ owner: event.currentTarget.value })}
        />
      </SimpleGrid>
      <EntryPicker chosen={text.related} titles={related} onChange={(related) => onChange({ related })} />
    </>
  )
}

function Topics({ text, words, onChange }: FieldsProps) {
  const known = words.topics.map(({ id, label }) => ({ value: id, label }))
  const set = (i: number, topic: string) => {
    const three = [0, 1, 2].map((at) => (at === i ? topic : (text.topics[at] ?? '')))
    onChange({ topics: three.filter((one) => one !== '') })
  }
  return ['Chủ đề chính', 'Chủ đề thứ hai', 'Chủ đề thứ ba'].map((label, i) => (
    <NativeSelect
      key={label}
      label={label}
      data={[{ value: '', label: 'Không chọn' }, ...known]}
      value={text.topics[i] ?? ''}
      onChange={(event) => set(i, event.currentTarget.value)}
    />
  ))
}

const tall = { body: { minHeight: 44, alignItems: 'center' } } // a finger's width

function ForWhom({ text, onChange }: FieldsProps) {
  return (
    <>
      <NativeSelect
        label="Loại hình"
        data={options(programmeNames, '').slice(1)}
        value={text.programme}
        onChange={(event) => onChange({ programme: event.currentTarget.value as Text['programme'] })}
      />
      <Checkbox.Group
        label="Viết cho ai"
        description="Không chọn: mọi người"
        value={[...(text.audience ?? [])]}
        onChange={(audience) => onChange({ audience })}
      >
        {Object.entries(audienceNames).map(([value, label]) => (
          <Checkbox key={value} value={value} label={label} size="md" styles={tall} />
        ))}
      </Checkbox.Group>
    </>
  )
}

function Next({ text, words, onChange }: FieldsProps) {
  const journeys = words.journeys.map(({ id, label }) => [id, label] as const)
  return (
    <NativeSelect
      label="Mời làm tiếp"
      data={options(Object.fromEntries(journeys), 'Không mời')}
      value={text.next ?? ''}
      onChange={(event) => onChange({ next: event.currentTarget.value })}
    />
  )
}
