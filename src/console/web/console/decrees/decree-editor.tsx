import { Alert, Button, Card, NativeSelect, Stack, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { DecreeSteps } from './decree-steps.tsx'
import { DocumentFields } from './document-fields.tsx'
import type { Form, Given, Row, Words } from './labels.ts'
import { RowFields } from './row-fields.tsx'

interface Props {
  readonly given: Given
  readonly words: Words
}

/** Entering a decree: where it was read, the documents it brings, the numbers it changes. */
export function DecreeEditor({ given: { decree, ...given }, words }: Props) {
  const [form, setForm] = useState<Form>(decree.form)
  const [name, setName] = useState(decree.name)
  const change = (part: Partial<Form>) => setForm({ ...form, ...part })
  const changeRow = (at: number, part: Partial<Row>) =>
    change({ rows: form.rows.map((row, i) => (i === at ? { ...row, ...part } : row)) })
  return (
    <Stack gap="lg">
      {decree.note !== undefined && (
        <Alert color="yellow" title="Người xác nhận nhắn">
          {decree.note}
        </Alert>
      )}
      <AboutFields name={name} read={form.read} onName={setName} onRead={(read) => change({ read })} />
      <DocumentFields
        documents={form.documents}
        words={words}
        onChange={(documents) => change({ documents })}
      />
      <Title order={2} size="h4">
        Con số thay đổi
      </Title>
      {form.rows.map((row, i) => (
        <RowFields
          key={`${i} ${row.name}`}
          {...{ row, words }}
          documents={form.documents}
          onChange={(part) => changeRow(i, part)}
          onDrop={() => change({ rows: form.rows.filter((_, at) => at !== i) })}
        />
      ))}
      <AddRow words={words} taken={form.rows} onAdd={(row) => change({ rows: [...form.rows, row] })} />
      <DecreeSteps given={{ decree, ...given }} {...{ form, name }} onTake={setForm} />
    </Stack>
  )
}

interface AboutProps {
  readonly name: string
  readonly read: string
  readonly onName: (name: string) => void
  readonly onRead: (read: string) => void
}

function AboutFields({ name, read, onName, onRead }: AboutProps) {
  return (
    <Card withBorder padding="lg">
      <Stack gap="md">
        <TextInput
          label="Tên của bản này"
          description="Để sau này tìm lại, ví dụ “Tăng lương cơ sở 2027”"
          value={name}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        <TextInput
          label="Đọc văn bản ở đâu"
          description="Công báo, trang của cơ quan ban hành, bản có dấu; người xác nhận sẽ đọc ở nơi khác nếu được"
          value={read}
          onChange={(event) => onRead(event.currentTarget.value)}
        />
      </Stack>
    </Card>
  )
}

interface AddProps {
  readonly words: Words
  readonly taken: readonly Row[]
  readonly onAdd: (row: Row) => void
}

/** Another number of the same decree; its act and day are most likely those of the one before. */
function AddRow({ words, taken, onAdd }: AddProps) {
  const [name, setName] = useState('')
  const free = words.parameters.filter((one) => !taken.some((row) => row.name === one.name))
  const last = taken.at(-1)
  const add = () => {
    onAdd({
      ...{ name, kind: 'value', value: '', from: last?.from ?? '', until: '', certainty: 'single-source' },
      ...{ act: last?.act ?? '', place: '', note: '', checkBy: last?.checkBy ?? '' },
    })
    setName('')
  }
  return (
    <Card withBorder padding="lg">
      <Stack gap="sm" align="flex-start">
        <NativeSelect
          label="Văn bản này còn đổi con số khác"
          w="100%"
          data={[
            { value: '', label: 'Chọn con số' },
            ...free.map((one) => ({ value: one.name, label: one.label })),
          ]}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" disabled={name === ''} onClick={add}>
          Thêm con số
        </Button>
      </Stack>
    </Card>
  )
}
