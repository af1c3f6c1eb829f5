import { NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import type { Text, Words } from './labels.ts'
import { LawFields } from './law-fields.tsx'
import { Where } from './where-fields.tsx'
import { ParameterPicker } from './parameter-picker.tsx'

export interface FieldsProps {
  readonly text: Text
  readonly words: Words
  /** Titles of the answers it leads to. */
  readonly related: readonly { readonly id: string; readonly title: string }[]
  readonly onChange: (change: Partial<Text>) => void
}

/** The fields of an answer in the order a person writes it: what is asked, what is said, what it rests on. */
export function EditorFields(props: FieldsProps) {
  const { text, onChange } = props
  return (
    <Stack gap="md">
      <TextInput
        label="Câu hỏi"
        description={`Hiện cho bà con chọn khi máy chưa chắc · ${text.title.length}/60 chữ cái`}
        maxLength={60}
        value={text.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <BodyField {...props} />
      <AskField {...props} />
      <LawFields {...props} />
      <Where {...props} />
      <When {...props} />
    </Stack>
  )
}

/** The words themselves; a number of the law goes in by name, where the cursor stands. */
function BodyField({ text, words, onChange }: FieldsProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? text.body.length
    onChange({ body: `${text.body.slice(0, at)}{${name}}${text.body.slice(at)}` })
    area.current?.focus()
  }
  return (
    <div>
      <Textarea
        ref={area}
        label="Câu trả lời"
        description={`Câu đầu là câu trả lời. Mỗi đoạn một ý, cách nhau một dòng trống. ${[...text.body].length} chữ cái, nhiều nhất 1.000`}
        autosize
        minRows={8}
        maxRows={24}
        value={text.body}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
      />
      <ParameterPicker words={words} onPick={insert} />
    </div>
  )
}

function AskField({ text, onChange }: FieldsProps) {
  const count = text.ask.filter((ask) => ask.trim() !== '').length
  return (
    <Textarea
      label="Bà con hỏi thế nào"
      description={`Mỗi dòng một cách hỏi, cả không dấu, nói tắt, tiếng miền · ${count} cách, cần ít nhất 12`}
      autosize
      minRows={6}
      maxRows={16}
      value={text.ask.join('\n')}
      onChange={(event) => onChange({ ask: event.currentTarget.value.split('\n') })}
    />
  )
}

function When({ text, onChange }: FieldsProps) {
  const day = (label: string, name: 'checked' | 'from' | 'until', description: string) => (
    <TextInput
      label={label}
      description={description}
      type="date"
      value={text[name] ?? ''}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {day('Đối chiếu ngày', 'checked', 'Ngày anh/chị so với văn bản luật')}
      <NativeSelect
        label="Tình trạng"
        description="Ngừng dùng: bot thôi nói câu này"
        data={[
          { value: 'approved', label: 'Đang dùng' },
          { value: 'draft', label: 'Ngừng dùng' },
        ]}
        value={text.status}
        onChange={(event) => onChange({ status: event.currentTarget.value as Text['status'] })}
      />
      {day('Dùng từ ngày', 'from', 'Để trống: dùng ngay')}
      {day('Đến hết ngày', 'until', 'Để trống: không có hạn')}
    </SimpleGrid>
  )
}
