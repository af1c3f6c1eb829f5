import { List, Text, Title } from '@mantine/core'
import { dayInWords } from '../../shared/instants.ts'
import { certaintyNames, type Form, type NewDocument, type Row } from './labels.ts'

interface Props {
  readonly form: Form
  readonly title: string
  /** What people call the numbers. */
  readonly labels?: Readonly<Record<string, string>>
}

/** A decree as it was entered, to be read. */
export function FormView({ form, title, labels = {} }: Props) {
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <List>
        {form.rows.map((row, i) => (
          <List.Item key={i}>
            {labels[row.name] ?? row.name}: {rowInWords(row)}
          </List.Item>
        ))}
        {form.documents.map((one, i) => (
          <List.Item key={`§${i}`}>Văn bản mới: {documentInWords(one)}</List.Item>
        ))}
      </List>
      <Text mt="xs">Đọc ở: {form.read === '' ? 'chưa ghi' : form.read}</Text>
    </div>
  )
}

function rowInWords({ kind, value, from, until, act, place, certainty, note, checkBy }: Row): string {
  const due = checkBy === '' ? '' : `; xem lại trước ${dayInWords(checkBy)}`
  if (kind === 'check') return `đã xem lại, không đổi${due}`
  const days = `từ ${dayInWords(from)}${until === '' ? '' : ` đến hết ${dayInWords(until)}`}`
  const why = note === '' ? '' : `; ${note}`
  return `${value} ${days}, ${place}, ${act}; ${certaintyNames[certainty].toLowerCase()}${why}${due}`
}

function documentInWords({ kind, number, title, issuer, issued, from, replaces }: NewDocument): string {
  const instead = replaces.length === 0 ? '' : `; thay ${replaces.join(', ')}`
  return `${kind} ${number}, ${title}, ${issuer}, ban hành ${dayInWords(issued)}, hiệu lực từ ${dayInWords(from)}${instead}`
}
