import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Words } from './labels.ts'

const SHOWN = 8

interface Props {
  readonly words: Words
  readonly onPick: (name: string) => void
}

/** Numbers of the law by what people call them, with today's value; a tap puts the name into the words. */
export function ParameterPicker({ words, onPick }: Props) {
  const [find, setFind] = useState('')
  const typed = bare(find).split(' ').filter(Boolean)
  const found = words.parameters.filter(({ name, label }) =>
    typed.every((word) => bare(`${label} ${name}`).includes(word)),
  )
  return (
    <div>
      <TextInput
        mt="xs"
        label="Chèn số của luật"
        description="Tìm theo tên gọi, ví dụ “chuẩn nghèo”. Số tự đổi khi luật đổi"
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      {find.trim() !== '' && (
        <Stack gap={4} mt="xs" role="list" aria-label="Số của luật">
          {found.slice(0, SHOWN).map(({ name, label, now, next, nextDay }) => (
            <Group key={name} role="listitem" justify="space-between" gap="xs">
              <Text style={{ flex: '1 1 200px' }}>
                {label}: <b>{now ?? 'chưa có giá trị hôm nay'}</b>
                {next !== undefined && ` · từ ${nextDay ?? ''} là ${next}`}
              </Text>
              <Button variant="default" aria-label={`Chèn ${label}`} onClick={() => onPick(name)}>
                Chèn
              </Button>
            </Group>
          ))}
          {found.length === 0 && <Text c="dimmed">Không thấy số nào tên như vậy.</Text>}
        </Stack>
      )}
    </div>
  )
}

/** Without tone marks, in small letters. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
}
