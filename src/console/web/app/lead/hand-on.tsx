import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Part } from '../../shared/lead/part.tsx'
import { ReasonForm } from '../../shared/lead/reason-form.tsx'
import type { Card } from '../words.ts'
import { useTap } from './use-tap.ts'

const reasons = ['Tôi sắp nghỉ dài ngày', 'Người dân muốn gặp người khác', 'Cần cán bộ BHXH giải thích']

/** Somebody else goes on with it; they read the notes. */
export function HandOn({ card }: { readonly card: Card }) {
  const [isOpen, setOpen] = useState(false)
  const tap = useTap(card)
  const [, go] = useLocation()
  if (!isOpen)
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        Chuyển phiếu cho người khác
      </Button>
    )
  return (
    <Part title="Chuyển phiếu cho người khác">
      <ReasonForm
        label="Vì sao chuyển"
        ready={reasons}
        submit="Chuyển phiếu"
        onCancel={() => setOpen(false)}
        onSubmit={(reason) => {
          tap({ do: 'hand-on', reason }, 'Chuyển phiếu')
          go('/phieu')
        }}
      />
    </Part>
  )
}
