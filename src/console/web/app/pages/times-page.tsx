import { Stack } from '@mantine/core'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { OldAnswer } from '../offline/old-answer.tsx'
import { useKept } from '../offline/use-kept.ts'
import { Leaves } from '../times/leaves.tsx'
import { Quiet } from '../times/quiet.tsx'

/** Days away and quiet hours: while they last, new leads go to others. */
export function Page() {
  const times = useKept('GET /my/times', {})
  return (
    <PageFrame title="Lịch nghỉ của tôi" lead="Lúc nghỉ, phiếu mới chuyển cho người khác.">
      <OldAnswer since={times.oldSince} />
      <Answer of={times}>
        {(data) => (
          <Stack gap="xl">
            <Leaves leaves={data.leaves} />
            <Quiet key={JSON.stringify(data.quiet)} quiet={data.quiet} />
          </Stack>
        )}
      </Answer>
    </PageFrame>
  )
}
