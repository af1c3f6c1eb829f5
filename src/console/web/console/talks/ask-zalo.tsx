import { Button, Text } from '@mantine/core'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

type Standing = AnswerTo<'POST /hand-overs/:id/ask'>

/** Its words are wider than a phone. */
const onNarrow = {
  h: 'auto',
  mih: 44,
  py: 'xs',
  maw: '100%',
  style: { alignSelf: 'flex-start' },
  styles: { label: { whiteSpace: 'normal' } },
} as const

/** Our own record may miss what was written while we were away: Zalo is asked, and the window on this page follows. */
export function AskZalo({ id }: { readonly id: string }) {
  const ask = useSend('POST /hand-overs/:id/ask', ['GET /hand-overs', 'GET /hand-overs/:id'])
  return (
    <>
      <Button
        variant="default"
        mt="sm"
        loading={ask.isPending}
        onClick={() => ask.mutate({ params: { id } })}
        {...onNarrow}
      >
        Hỏi Zalo: còn nhắn được không?
      </Button>
      <Complaint error={ask.error} />
      {ask.data && (
        <Text mt="sm" role="status">
          {standingInWords(ask.data)}
        </Text>
      )}
    </>
  )
}

function standingInWords(said: Standing): string {
  const follows = said.follows === false ? ' Người này không còn theo dõi trang.' : ''
  const left =
    said.repliesLeft === undefined || said.state !== 'open'
      ? ''
      : ` Zalo ghi còn ${said.repliesLeft} tin trả lời.`
  return windowInWords(said) + left + follows
}

function windowInWords({ state, until, lastAt }: Standing): string {
  const last = lastAt === undefined ? '' : ` (tin cuối của bà con: ${instantInWords(lastAt)})`
  const end = until === undefined ? '' : ` đến ${instantInWords(until)}`
  switch (state) {
    case 'open':
      return `Còn nhắn được${end}${last}.`
    case 'charged':
      return `Đã quá 48 giờ${last}. Zalo còn nhận tin${end} nhưng tính phí, nên ở đây không gửi.`
    case 'closed':
      return `Đã quá 7 ngày${last}: Zalo không cho nhắn nữa, cho đến khi bà con nhắn lại.`
    case 'unknown':
      return 'Zalo không cho biết bà con nhắn lần cuối lúc nào.'
    case 'gone':
      return 'Zalo không cho nhắn người này nữa: đã chặn trang, hoặc tài khoản không còn dùng.'
  }
}
