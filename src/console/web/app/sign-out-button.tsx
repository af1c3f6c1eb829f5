import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { leave } from './offline/leave.ts'
import { useQueue } from './offline/use-queue.ts'

/** Signs out of this browser; asks first when something has not been sent yet. */
export function SignOutButton() {
  const waiting = useQueue().filter(({ refused }) => refused === undefined).length
  const [isAsking, setAsking] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const go = () => {
    setLeaving(true)
    void leave().then(() => window.location.replace('/app/'))
  }
  return (
    <>
      <Button
        variant="default"
        loading={isLeaving}
        fullWidth
        mt="md"
        onClick={waiting > 0 ? () => setAsking(true) : go}
      >
        Đăng xuất
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title="Còn việc chưa gửi" centered>
        <Text mb="md">
          {waiting} việc đang chờ mạng. Đăng xuất bây giờ thì các việc này mất, anh/chị phải ghi lại.
        </Text>
        <Group grow>
          <Button variant="default" onClick={() => setAsking(false)}>
            Chờ gửi xong
          </Button>
          <Button color="red" loading={isLeaving} onClick={go}>
            Vẫn đăng xuất
          </Button>
        </Group>
      </Modal>
    </>
  )
}
