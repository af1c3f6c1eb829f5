import { Button, Group, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { type Chosen, PictureButton, PicturePreview } from './picture-field.tsx'

const refresh = ['GET /hand-overs', 'GET /hand-overs/:id'] as const

interface Props {
  readonly id: string
  readonly takesPictures: boolean
}

/** Words, a picture, or both: the words first, each a message of its own. */
export function ReplyForm({ id, takesPictures }: Props) {
  const { text, setText, chosen, choose, send, error, isPending } = useReply(id)
  return (
    <form onSubmit={send}>
      <Textarea
        label="Trả lời bà con"
        description="Gửi đi nguyên văn, dưới tên trang. Trả lời là nhận cuộc trò chuyện."
        autosize
        minRows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {chosen && <PicturePreview chosen={chosen} onChoose={choose} />}
      <Complaint error={error} />
      <Group mt="sm" gap="sm">
        <Button type="submit" loading={isPending}>
          Gửi cho bà con
        </Button>
        {takesPictures && !chosen && <PictureButton onChoose={choose} />}
      </Group>
    </form>
  )
}

function useReply(id: string) {
  const [text, setText] = useState('')
  const [chosen, choose] = useState<Chosen>()
  const reply = useSend('POST /hand-overs/:id/reply', refresh)
  const show = useSend('POST /hand-overs/:id/picture', refresh)
  const onSuccess = () => {
    setText('')
    choose(undefined)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    reply.reset()
    show.reset()
    if (!chosen) return reply.mutate({ params: { id }, body: { text } }, { onSuccess })
    const { picture, description } = chosen
    show.mutate({ params: { id }, body: { picture, description, text } }, { onSuccess })
  }
  const isPending = reply.isPending || show.isPending
  return { text, setText, chosen, choose, send, error: reply.error ?? show.error, isPending }
}
