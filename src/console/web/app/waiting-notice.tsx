import { Alert, Button, Text } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { dismiss } from './offline/queue.ts'
import { useQueue } from './offline/use-queue.ts'

/** Above every page: no network, what waits for it, and what the server did not take. */
export function WaitingNotice() {
  const queue = useQueue()
  const { online } = useNetwork()
  const waiting = queue.filter(({ refused }) => refused === undefined)
  return (
    <div aria-live="polite">
      {(!online || waiting.length > 0) && (
        <Alert color="yellow" variant="light" p="sm" mb="md" className="notice">
          {!online && <Text fw={600}>Đang không có mạng. Anh/chị vẫn xem và ghi được.</Text>}
          {waiting.map(({ key, words, code }) => (
            <Text key={key}>
              Đang chờ mạng: <b>{words}</b> · phiếu {code}
            </Text>
          ))}
        </Alert>
      )}
      {queue
        .filter(({ refused }) => refused !== undefined)
        .map(({ key, words, code, refused }) => (
          <Alert key={key} color="red" p="sm" mb="md" title={`Chưa ghi được: ${words} · phiếu ${code}`}>
            <Text mb="xs">{refused}</Text>
            <Button variant="default" onClick={() => void dismiss(key)}>
              Tôi đã đọc
            </Button>
          </Alert>
        ))}
    </div>
  )
}
