import { Box, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { Bubble } from './bubble.tsx'
import type { Text as AnswerText } from './labels.ts'
import { WhyThis } from './why-this.tsx'

type Tried = AnswerTo<'POST /answer-try'>
type Channel = 'zalo' | 'messenger'
interface Line {
  readonly said: string
  readonly tried: Tried
}

/** A talk with the bot that knows the draft, on any day: nothing is kept and nobody is called. */
export function TryChat({ text, today }: { readonly text: AnswerText | undefined; readonly today: string }) {
  const [channel, setChannel] = useState<Channel>('zalo')
  const [on, setOn] = useState(today)
  const [lines, setLines] = useState<readonly Line[]>([])
  const send = useSend('POST /answer-try')
  const say = (said: string, payload?: string) => {
    const body = { text, on, channel, said, payload, session: lines.at(-1)?.tried.session }
    send.mutate({ body }, { onSuccess: (tried) => setLines([...lines, { said, tried }]) })
  }
  const moveTo = (day: string) => {
    setLines([])
    setOn(day)
  }
  return (
    <Stack gap="sm">
      <Settings {...{ channel, setChannel, on, today }} setOn={moveTo} />
      <Talk {...{ lines, channel }} onTap={say} />
      <SayForm onSay={say} isBusy={send.isPending} />
      <Complaint error={send.error} />
      <WhyThis tried={lines.at(-1)?.tried} />
    </Stack>
  )
}

interface TalkProps {
  readonly lines: readonly Line[]
  readonly channel: Channel
  readonly onTap: (said: string, payload: string) => void
}

function Talk({ lines, channel, onTap }: TalkProps) {
  return (
    <Box
      aria-label="Trò chuyện thử"
      role="log"
      tabIndex={0}
      p="sm"
      style={{ background: '#e3ebf2', borderRadius: 12, maxHeight: 520, overflowY: 'auto' }}
    >
      {lines.length === 0 && <Text>Gõ một câu như bà con hay hỏi.</Text>}
      {lines.map(({ said, tried }, i) => (
        <div key={i}>
          <Text ta="right" my="xs">
            <Box component="span" p={8} style={{ background: '#cfe8e1', borderRadius: 8 }}>
              {said}
            </Box>
          </Text>
          {tried.replies.map((reply, at) => (
            <Bubble key={at} {...{ reply, channel }} onTap={({ label, payload }) => onTap(label, payload)} />
          ))}
        </div>
      ))}
    </Box>
  )
}

function SayForm({ onSay, isBusy }: { readonly onSay: (said: string) => void; readonly isBusy: boolean }) {
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return
    onSay(typed)
    setTyped('')
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label="Hỏi thử"
          value={typed}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" loading={isBusy}>
          Gửi
        </Button>
      </Group>
    </form>
  )
}

interface SettingsProps {
  readonly channel: Channel
  readonly setChannel: (channel: Channel) => void
  readonly on: string
  readonly setOn: (day: string) => void
  readonly today: string
}

function Settings({ channel, setChannel, on, setOn, today }: SettingsProps) {
  return (
    <>
      <SegmentedControl
        aria-label="Kênh trò chuyện thử"
        value={channel}
        onChange={setChannel}
        data={[
          { value: 'zalo', label: 'Zalo' },
          { value: 'messenger', label: 'Messenger' },
        ]}
      />
      <TextInput
        label="Hỏi như ngày"
        type="date"
        value={on}
        onChange={(event) => setOn(event.currentTarget.value || today)}
      />
    </>
  )
}
