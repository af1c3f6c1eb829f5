import { Button, Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useApi } from '../../shared/use-api.ts'
import { draftsOfBatch } from './batch.ts'

interface Props {
  readonly batch: string
  readonly id: number
}

/** From one draft of a file to the next, without going back to the list. */
export function BatchSteps({ batch, id }: Props) {
  const drafts = draftsOfBatch(useApi('GET /answer-drafts', {}).data?.drafts ?? [], batch)
  const at = drafts.findIndex((one) => one.id === id)
  const [before, after] = [drafts[at - 1], at < 0 ? drafts[0] : drafts[at + 1]]
  return (
    <Group component="nav" aria-label="Các bản của tệp" mb="md" gap="sm">
      <Step to={before?.id} label="Bản trước" />
      <Step to={after?.id} label="Bản sau" />
      <Text>
        {at < 0 ? `Còn ${drafts.length} bản của tệp này` : `Bản ${at + 1} trong ${drafts.length} của tệp`}
      </Text>
      <Button component={Link} href={`/cau-tra-loi/tep/${encodeURIComponent(batch)}`} variant="subtle">
        Xem cả danh sách
      </Button>
    </Group>
  )
}

function Step({ to, label }: { readonly to: number | undefined; readonly label: string }) {
  if (to === undefined)
    return (
      <Button variant="default" disabled>
        {label}
      </Button>
    )
  return (
    <Button component={Link} href={`/cau-tra-loi/ban/${to}`} variant="default">
      {label}
    </Button>
  )
}
