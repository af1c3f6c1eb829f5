import { Button, Card, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useLocation } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { ReplyForm } from './reply-form.tsx'

const refresh = ['GET /hand-overs', 'GET /hand-overs/:id'] as const

interface Props {
  readonly id: string
  readonly talk: Pick<AnswerTo<'GET /hand-overs/:id'>['talk'], 'channel' | 'isMine' | 'holder'>
  /** The platform takes no message any more. */
  readonly isShut: boolean
}

/** Taking the talk, answering, and giving it back. A colleague's is only read. */
export function TalkActs({ id, talk: { channel, isMine, holder }, isShut }: Props) {
  const claim = useSend('POST /hand-overs/:id/claim', refresh)
  if (!isMine && holder !== undefined && holder !== 'inbox')
    return <Text>Đồng nghiệp đang giữ cuộc trò chuyện này; anh/chị chỉ xem.</Text>
  return (
    <Card withBorder padding="md">
      {!isMine && (
        <Button mb="md" loading={claim.isPending} onClick={() => claim.mutate({ params: { id } })}>
          Tôi nhận cuộc này
        </Button>
      )}
      <Complaint error={claim.error} />
      {isShut ? (
        <Text mb="md">
          Đã hết thời gian nền tảng cho nhắn. Bà con nhắn lại thì anh/chị trả lời tiếp được.
        </Text>
      ) : (
        <ReplyForm id={id} takesPictures={channel !== 'bot-framework'} />
      )}
      {isMine && <GiveBack id={id} />}
    </Card>
  )
}

function GiveBack({ id }: { readonly id: string }) {
  const [, go] = useLocation()
  const giveBack = useSend('POST /hand-overs/:id/give-back', refresh)
  const done = () => {
    notifications.show({ message: 'Đã trao lại. Bot nói với bà con rồi tiếp tục.' })
    go('/tro-chuyen')
  }
  return (
    <Group mt="lg">
      <Button
        variant="default"
        loading={giveBack.isPending}
        onClick={() => giveBack.mutate({ params: { id } }, { onSuccess: done })}
      >
        Xong, trao lại cho bot
      </Button>
      <Complaint error={giveBack.error} />
    </Group>
  )
}
