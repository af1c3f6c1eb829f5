import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useApi } from '../../shared/use-api.ts'

const SHOWN = 5
const SETTLE_MS = 300
const noFilter = { topic: '', programme: '', audience: '', owner: '', checkedBefore: '', page: 0 } as const

interface Props {
  readonly chosen: readonly string[]
  readonly titles: readonly { readonly id: string; readonly title: string }[]
  readonly onChange: (ids: string[]) => void
}

/** Other answers to offer afterwards, found by their question. */
export function EntryPicker({ chosen, titles, onChange }: Props) {
  const [added, setAdded] = useState<Props['titles']>([])
  const [find, setFind] = useState('')
  const [settled] = useDebouncedValue(find, SETTLE_MS)
  const found = useApi('GET /answers', { query: { ...noFilter, find: settled } }).data?.answers ?? []
  const nameOf = (id: string) => [...titles, ...added].find((one) => one.id === id)?.title ?? id
  const free = found.filter(({ id }) => !chosen.includes(id)).slice(0, SHOWN)
  return (
    <div role="group" aria-label="Câu liên quan">
      <TextInput
        label="Câu liên quan"
        description="Gõ câu hỏi để tìm; bot mời xem thêm sau câu này"
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      {find.trim() !== '' &&
        free.map((entry) => (
          <FreeEntry
            key={entry.id}
            title={entry.title}
            onAdd={() => {
              setAdded([...added, entry])
              onChange([...chosen, entry.id])
            }}
          />
        ))}
      <Group gap="xs" mt="xs">
        {chosen.map((id) => (
          <Button key={id} variant="light" onClick={() => onChange(chosen.filter((one) => one !== id))}>
            <span aria-hidden>✕&nbsp;</span> Bỏ: {nameOf(id)}
          </Button>
        ))}
      </Group>
    </div>
  )
}

function FreeEntry({ title, onAdd }: { readonly title: string; readonly onAdd: () => void }) {
  return (
    <Group justify="space-between" gap="xs" mt={4}>
      <Text style={{ flex: '1 1 200px' }}>{title}</Text>
      <Button variant="default" aria-label={`Thêm ${title}`} onClick={onAdd}>
        Thêm
      </Button>
    </Group>
  )
}
