import { Box, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useSend } from '../../shared/use-api.ts'
import { Complaint } from '../../shared/states.tsx'
import { Bubble } from './bubble.tsx'
import { Findings } from './findings.tsx'
import type { Text as AnswerText } from './labels.ts'

const SETTLE_MS = 600
type Channel = 'zalo' | 'messenger'

/** The very messages a citizen would get, on the day asked for, and what stands against the words. */
export function PhonePreview({ text, today }: { readonly text: AnswerText; readonly today: string }) {
  const [channel, setChannel] = useState<Channel>('zalo')
  const [on, setOn] = useState(today)
  const [settled] = useDebouncedValue(text, SETTLE_MS)
  const { mutate, data, error } = useSend('POST /answer-preview')
  useEffect(() => mutate({ body: { text: settled, on } }), [mutate, settled, on])
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Kênh"
        value={channel}
        onChange={(one) => setChannel(one)}
        data={[
          { value: 'zalo', label: 'Như trên Zalo' },
          { value: 'messenger', label: 'Như trên Messenger' },
        ]}
      />
      <TextInput
        label="Như ngày"
        type="date"
        value={on}
        onChange={(event) => setOn(event.currentTarget.value || today)}
      />
      <Complaint error={error} />
      <Box
        role="group"
        aria-label="Xem trước tin nhắn"
        p="sm"
        style={{ background: '#e3ebf2', borderRadius: 12 }}
      >
        {data?.[channel].map((reply, i) => (
          <Bubble key={i} reply={reply} channel={channel} />
        ))}
        {data?.[channel].length === 0 && <Text>Chưa có lời nào.</Text>}
      </Box>
      {data && <Findings findings={data.hints} />}
    </Stack>
  )
}
