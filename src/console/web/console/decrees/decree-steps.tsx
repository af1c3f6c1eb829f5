import { Button, Group } from '@mantine/core'
import { useLocation } from 'wouter'
import { Complaint } from '../../shared/states.tsx'
import { DecreeConflict } from './decree-conflict.tsx'
import { EffectReport } from './effect-report.tsx'
import type { Form, Given } from './labels.ts'
import { useDecreeSteps } from './use-decree-steps.ts'

interface Props {
  readonly given: Given
  readonly form: Form
  readonly name: string
  readonly onTake: (form: Form) => void
}

/** Save, look at the effect, send; and what to do when somebody else was there. */
export function DecreeSteps({ given, form, name, onTake }: Props) {
  const { isStale, error, checked, busy, ...does } = useDecreeSteps(given, form, name)
  const [, go] = useLocation()
  const isClash = isStale || given.isMoved
  const button = (what: 'save' | 'check' | 'send') => ({
    loading: busy === what,
    disabled: busy !== undefined,
    onClick: does[what],
  })
  return (
    <>
      {isClash && (
        <DecreeConflict
          kind={isStale ? 'stale' : 'moved'}
          theirs={given.decree.form}
          mine={form}
          onTake={() => (onTake(given.decree.form), does.take())}
          onKeep={does.keepMine}
        />
      )}
      {!isClash && <Complaint error={error} />}
      <Group>
        <Button variant="default" {...button('save')}>
          Lưu nháp
        </Button>
        <Button variant="default" {...button('check')}>
          Kiểm tra và xem ảnh hưởng
        </Button>
        <Button {...button('send')}>Gửi người khác xác nhận</Button>
        <Button variant="default" c="red.9" onClick={() => does.drop(() => go('/so-lieu'))}>
          Bỏ bản này
        </Button>
      </Group>
      {checked && busy === undefined && <EffectReport checked={checked} />}
    </>
  )
}
