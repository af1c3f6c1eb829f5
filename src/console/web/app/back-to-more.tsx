import { Anchor } from '@mantine/core'
import { Link } from 'wouter'

export function BackToMore() {
  return (
    <Anchor component={Link} href="/them" underline="always" className="tall-link">
      ‹ Thêm
    </Anchor>
  )
}
