import { Box, SimpleGrid, Stack, Text as Words } from '@mantine/core'
import { audienceNames, programmeNames, type Text } from './labels.ts'

/** What an answer says, field by field, as lines a person can compare. */
function fieldsOf(text: Text | undefined): ReadonlyMap<string, readonly string[]> {
  if (!text) return new Map()
  return new Map([
    ['Câu hỏi', [text.title]],
    ['Câu trả lời', text.body.split('\n').filter((line) => line.trim() !== '')],
    ['Cách hỏi', text.ask],
    ['Chủ đề', text.topics],
    ['Loại hình', [programmeNames[text.programme]]],
    ['Viết cho ai', (text.audience ?? []).map((one) => audienceNames[one])],
    ['Căn cứ', text.law.map(({ act, place }) => `${place}, ${act}`)],
    ['Đối chiếu ngày', [text.checked]],
    ['Dùng từ ngày', [text.from ?? '']],
    ['Đến hết ngày', [text.until ?? '']],
    ['Mời làm tiếp', [text.next ?? '']],
    ['Câu liên quan', text.related],
    ['Người phụ trách', [text.owner ?? '']],
    ['Tình trạng', [text.status === 'approved' ? 'Đang dùng' : 'Ngừng dùng']],
  ])
}

interface Props {
  readonly before: Text | undefined
  readonly after: Text | undefined
  readonly names?: readonly [string, string]
}

/** Only what differs, old beside new; marks and words tell it, not colour alone. */
export function TextDiff({ before, after, names = ['Trước', 'Sau'] }: Props) {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)]
  const moved = [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (field) => (old.get(field) ?? []).join('\n') !== (fresh.get(field) ?? []).join('\n'),
  )
  if (moved.length === 0) return <Words>Hai bản giống nhau.</Words>
  return (
    <Stack gap="md">
      {moved.map((field) => (
        <Box key={field}>
          <Words fw={600}>{field}</Words>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Side name={names[0]} lines={old.get(field) ?? []} other={fresh.get(field) ?? []} sign="−" />
            <Side name={names[1]} lines={fresh.get(field) ?? []} other={old.get(field) ?? []} sign="+" />
          </SimpleGrid>
        </Box>
      ))}
    </Stack>
  )
}

interface SideProps {
  readonly name: string
  readonly lines: readonly string[]
  readonly other: readonly string[]
  readonly sign: '−' | '+'
}

function Side({ name, lines, other, sign }: SideProps) {
  const paint = sign === '+' ? '#e2f3ea' : '#fbe9e7'
  return (
    <Box>
      <Words c="dimmed" size="sm">
        {name}
      </Words>
      {lines.every((line) => line === '') && <Words c="dimmed">(trống)</Words>}
      {lines
        .filter((line) => line !== '')
        .map((line, i) => {
          const isMoved = !other.includes(line)
          return (
            <Words
              key={`${i} ${line}`}
              px={6}
              style={{ background: isMoved ? paint : undefined, overflowWrap: 'anywhere' }}
            >
              {isMoved && `${sign} `}
              {line}
            </Words>
          )
        })}
    </Box>
  )
}
