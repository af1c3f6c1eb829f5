import { Alert, Card, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { AskZalo } from './ask-zalo.tsx'
import { Reveal, type Revealed } from './reveal.tsx'
import { TalkActs } from './talk-acts.tsx'
import { channelNames, holderInWords } from './talk-words.ts'
import { TimeLeft } from './time-left.tsx'
import { useNow } from './use-now.ts'

type Given = AnswerTo<'GET /hand-overs/:id'>
type Line = Given['lines'][number]
const AGAIN_MS = 5_000

/** One talk: what was said since a person was called for, and answering it. */
export function Page() {
  const { id = '' } = useParams()
  const talk = useApi('GET /hand-overs/:id', { params: { id } }, AGAIN_MS)
  return (
    <PageFrame title="Một cuộc trò chuyện" lead="Lời bà con nói từ lúc gọi người.">
      {talk.error?.status === 404 ? (
        <Alert color="blue.8" title="Cuộc trò chuyện đã kết thúc">
          Bot đang nói tiếp với bà con. <Link href="/tro-chuyen">Về danh sách</Link>
        </Alert>
      ) : (
        <Answer of={talk}>{(given) => <Talk id={id} given={given} />}</Answer>
      )}
    </PageFrame>
  )
}

function Talk({ id, given: { talk, lines, now } }: { readonly id: string; readonly given: Given }) {
  const at = useNow(now)
  const [whole, setWhole] = useState<Revealed>()
  return (
    <>
      <Card withBorder padding="md" mb="md">
        <Text fw={600}>
          {channelNames[talk.channel]} · {talk.voice} · {holderInWords(talk)}
        </Text>
        <TimeLeft talk={talk} at={at} />
        {talk.channel === 'zalo' && <AskZalo id={id} />}
      </Card>
      <Card withBorder padding="md" mb="md" role="log" aria-label="Lời đã nói">
        {lines.map((line, i) => (
          <Said key={`${i} ${line.at}`} line={{ ...line, text: whole?.lines[i]?.text ?? line.text }} />
        ))}
      </Card>
      <Reveal id={id} seen={whole} onOpen={setWhole} />
      <TalkActs id={id} talk={talk} isShut={Date.parse(talk.replyUntil) < at} />
    </>
  )
}

const names = { citizen: 'Bà con', staff: 'Cán bộ', inbox: 'Trong hộp thư của trang' } as const

/** Of what staff wrote here: what became of it, once that is worth a word. */
const fates = { waiting: 'đang gửi', sent: undefined, failed: 'không gửi được' } as const

function Said({ line: { by, text, at, isPicture, sent } }: { readonly line: Line }) {
  const fate = sent && fates[sent]
  return (
    <div style={{ marginBottom: '0.75rem' }}>
      <Group gap="xs">
        <Text fw={600}>{names[by]}</Text>
        <Text c="dimmed" size="sm">
          {instantInWords(at)}
        </Text>
        {fate && (
          <Text c={sent === 'failed' ? 'red.9' : 'dimmed'} size="sm">
            {fate}
          </Text>
        )}
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {isPicture && <b>Ảnh: </b>}
        {by === 'inbox' && text === '' ? '(đã trả lời)' : text}
      </Text>
    </div>
  )
}
