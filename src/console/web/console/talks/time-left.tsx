import { Text } from '@mantine/core'
import { instantInWords } from '../../shared/instants.ts'

interface Props {
  readonly talk: {
    readonly answerBy?: string | undefined
    readonly replyUntil: string
    readonly holder?: string | undefined
  }
  /** Milliseconds since the epoch. */
  readonly at: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const URGENT_MS = 2 * HOUR_MS

/** By when the citizen was told to have an answer, and how long the platform still lets us write: counting down. */
export function TimeLeft({ talk: { answerBy, replyUntil, holder }, at }: Props) {
  const left = Date.parse(replyUntil) - at
  const isLate = answerBy !== undefined && holder === undefined && Date.parse(answerBy) < at
  return (
    <>
      {answerBy !== undefined && holder === undefined && (
        <Text c={isLate ? 'red.9' : 'dimmed'}>
          Đã hẹn trả lời trước {instantInWords(answerBy)}
          {isLate && ' — đã quá hẹn'}
        </Text>
      )}
      <Text c={left < URGENT_MS ? 'red.9' : 'dimmed'}>
        {left > 0 ? `Còn được nhắn: ${countdown(left)}` : 'Nền tảng không cho nhắn nữa'}
      </Text>
    </>
  )
}

/** "23 giờ 05 phút", and in the last hour "12 phút 30 giây". */
function countdown(ms: number): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  if (ms >= HOUR_MS) return `${Math.floor(ms / HOUR_MS)} giờ ${two((ms % HOUR_MS) / MINUTE_MS)} phút`
  return `${Math.floor(ms / MINUTE_MS)} phút ${two((ms % MINUTE_MS) / 1_000)} giây`
}
