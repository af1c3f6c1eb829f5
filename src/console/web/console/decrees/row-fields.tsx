import {
  Button,
  Card,
  Group,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { halfYearAfter, type NewDocument, type Row, type Words } from './labels.ts'
import { ValueInput } from './value-input.tsx'

interface Props {
  readonly row: Row
  readonly words: Words
  /** Those that this decree brings. */
  readonly documents: readonly NewDocument[]
  readonly onChange: (part: Partial<Row>) => void
  readonly onDrop: () => void
}

/** One number: its new value, or only that it was looked at again. */
export function RowFields(props: Props) {
  const { row, words, onChange, onDrop } = props
  const parameter = words.parameters.find(({ name }) => name === row.name)
  const label = parameter?.label ?? row.name
  return (
    <Card withBorder padding="lg" role="group" aria-label={label}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <div style={{ flex: '1 1 200px' }}>
          <Title order={3} size="h5">
            {label}
          </Title>
          <Text c="dimmed">Hôm nay: {parameter?.now ?? 'không có giá trị'}</Text>
        </div>
        <Button variant="default" aria-label={`Bỏ ${label}`} onClick={onDrop}>
          Bỏ
        </Button>
      </Group>
      <SegmentedControl
        mb="md"
        aria-label={`Việc với ${label}`}
        value={row.kind}
        onChange={(kind) => onChange({ kind })}
        data={[
          { value: 'value', label: 'Giá trị mới' },
          { value: 'check', label: 'Chỉ xem lại' },
        ]}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {row.kind === 'value' && <ValueFields {...props} unit={parameter?.unit ?? ''} />}
        <TextInput
          label="Phải xem lại trước ngày"
          description={`Đang ghi ${parameter?.checkBy.split('-').reverse().join('/') ?? ''}`}
          type="date"
          value={row.checkBy}
          onChange={(event) => onChange({ checkBy: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Card>
  )
}

function ValueFields({
  row,
  words,
  documents,
  onChange,
  unit,
}: Omit<Props, 'onDrop'> & { readonly unit: string }) {
  const field = (name: 'until' | 'place' | 'note') => ({
    value: row[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  const begin = (from: string) =>
    onChange({ from, ...(row.checkBy === '' && from !== '' ? { checkBy: halfYearAfter(from) } : {}) })
  return (
    <>
      <ValueInput name={row.name} unit={unit} value={row.value} onChange={(value) => onChange({ value })} />
      <TextInput
        label="Có hiệu lực từ ngày"
        description="Sau hôm nay"
        type="date"
        value={row.from}
        onChange={(event) => begin(event.currentTarget.value)}
      />
      <ActSelect {...{ row, words, documents, onChange }} />
      <TextInput label="Điều, khoản" placeholder="Điều 3 khoản 2" {...field('place')} />
      <TextInput label="Đến hết ngày" description="Để trống nếu chưa biết" type="date" {...field('until')} />
      <NativeSelect
        label="Độ chắc"
        data={[
          { value: 'single-source', label: 'Đã thấy ở một nguồn' },
          { value: 'unconfirmed', label: 'Chưa chắc' },
        ]}
        value={row.certainty}
        onChange={(event) => onChange({ certainty: event.currentTarget.value as Row['certainty'] })}
      />
      <TextInput label="Ghi chú" description="Bắt buộc khi chưa chắc: vì sao" {...field('note')} />
    </>
  )
}

function ActSelect({ row, words, documents, onChange }: Omit<Props, 'onDrop'>) {
  const known = words.documents.map(({ number, kind, title, isOver }) => ({
    value: number,
    label: `${kind} ${number}${isOver ? ' (hết hiệu lực)' : ''}: ${title}`,
  }))
  const fresh = documents
    .filter(({ number }) => number !== '')
    .map(({ number, kind }) => ({ value: number, label: `${kind} ${number} (văn bản mới)` }))
  return (
    <NativeSelect
      label="Văn bản làm căn cứ"
      data={[{ value: '', label: 'Chọn văn bản' }, ...fresh, ...known]}
      value={row.act}
      onChange={(event) => onChange({ act: event.currentTarget.value })}
    />
  )
}
