import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { QuietPage } from '../shared/quiet-page.tsx'
import { Complaint } from '../shared/states.tsx'
import { useSend } from '../shared/use-api.ts'

/** The one-time link from an e-mail. Opening it spends nothing: a mail scanner opens links too. */
export function Page() {
  const [link] = useState(() => window.location.hash.slice(1))
  const [, go] = useLocation()
  const send = useSend('POST /sign-in/link', ['GET /me'])
  const enter = () => send.mutate({ body: { link } }, { onSuccess: () => go('/', { replace: true }) })
  return (
    <QuietPage title="Đăng nhập bằng liên kết">
      <Stack>
        <Text>Liên kết dùng một lần, trên máy này.</Text>
        <Complaint error={send.error} />
        <Button onClick={enter} loading={send.isPending}>
          Đăng nhập
        </Button>
        {send.error && (
          <Button component="a" href="/app/" variant="default">
            Xin mã mới
          </Button>
        )}
      </Stack>
    </QuietPage>
  )
}
