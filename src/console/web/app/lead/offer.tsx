import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Part } from '../../shared/lead/part.tsx'
import { ReasonForm } from '../../shared/lead/reason-form.tsx'
import type { Card } from '../words.ts'
import { useTap } from './use-tap.ts'

const reasons = ['Đang bận việc khác', 'Xa nơi tôi ở', 'Tôi quen người này, không tiện gọi']

/** Take it, or say why not. The phone shows only to whoever took it. */
export function Offer({ card, isAccepting }: { readonly card: Card; readonly isAccepting: boolean }) {
  const [isDeclining, setDeclining] = useState(false)
  const tap = useTap(card)
  const [, go] = useLocation()
  if (isAccepting)
    return (
      <Part title="Đang nhận phiếu">
        <Text>Số điện thoại và mã gặp mặt hiện ra khi có mạng.</Text>
      </Part>
    )
  return (
    <Part title="Anh/chị nhận phiếu này chứ?">
      <Text mb="sm">Nhận rồi thì số điện thoại và mã gặp mặt hiện ra.</Text>
      {isDeclining ? (
        <ReasonForm
          label="Vì sao không nhận"
          ready={reasons}
          submit="Không nhận"
          onCancel={() => setDeclining(false)}
          onSubmit={(reason) => {
            tap({ do: 'decline', reason }, 'Không nhận')
            go('/phieu')
          }}
        />
      ) : (
        <Stack gap="sm">
          <Button size="lg" onClick={() => tap({ do: 'accept' }, 'Nhận phiếu')}>
            Nhận phiếu
          </Button>
          <Button variant="default" onClick={() => setDeclining(true)}>
            Không nhận
          </Button>
        </Stack>
      )}
    </Part>
  )
}
