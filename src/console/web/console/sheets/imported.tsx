import { Alert, Button } from '@mantine/core'
import { Link } from 'wouter'

/** Drafts that a file became: where to go on with them. */
export function Imported({ batch, count }: { readonly batch: string; readonly count: number }) {
  return (
    <Alert color="green" title={`Đã thành ${count} bản nháp`} role="status">
      Bot vẫn nói lời cũ. Anh/chị xem lại rồi gửi duyệt; một người khác duyệt thì bot mới nói lời mới.
      <Button
        component={Link}
        href={`/cau-tra-loi/tep/${encodeURIComponent(batch)}`}
        mt="sm"
        display="block"
        w="fit-content"
      >
        Mở các bản nháp này
      </Button>
    </Alert>
  )
}
