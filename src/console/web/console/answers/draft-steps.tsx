import { Button, Group } from '@mantine/core'
import { useLocation } from 'wouter'
import type { AnswerTo } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { Conflict } from './conflict.tsx'
import { GateReport } from './gate-report.tsx'
import type { Text } from './labels.ts'
import { useDraftSteps } from './use-draft-steps.ts'

interface Props {
  readonly given: AnswerTo<'GET /answer-drafts/:id'>
  readonly text: Text
  readonly name: string
  readonly onTake: (text: Text) => void
}

/** Save, check, send; and what to do when somebody else was there. */
export function DraftSteps({ given, text, name, onTake }: Props) {
  const { clash, error, report, busy, ...does } = useDraftSteps(given, text, name)
  const [, go] = useLocation()
  const take = (one: Text) => {
    onTake(one)
    does.take()
  }
  return (
    <>
      {clash && (
        <Conflict theirs={clash.theirs} mine={text} kind={clash.kind} onTake={take} onKeep={does.keepMine} />
      )}
      {!clash && <Complaint error={error} />}
      <Group mt="md">
        <Button variant="default" onClick={does.save} loading={busy === 'save'} disabled={busy !== undefined}>
          Lưu nháp
        </Button>
        <Button
          variant="default"
          onClick={does.check}
          loading={busy === 'check'}
          disabled={busy !== undefined}
        >
          Kiểm tra
        </Button>
        <Button onClick={does.send} loading={busy === 'send'} disabled={busy !== undefined}>
          Gửi duyệt
        </Button>
        <Button variant="default" c="red.9" onClick={() => does.drop(() => go('/cau-tra-loi'))}>
          Bỏ bản này
        </Button>
      </Group>
      {report && busy === undefined && <GateReport report={report} />}
    </>
  )
}
