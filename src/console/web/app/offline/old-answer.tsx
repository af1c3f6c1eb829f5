import { Text } from '@mantine/core'
import { hourInWords } from '../../shared/lead/lead-words.ts'

/** Says that what is shown is from before, and from when. */
export function OldAnswer({ since }: { readonly since: number | undefined }) {
  if (since === undefined) return null
  return (
    <Text c="dimmed" mb="sm" role="status">
      Không nối được máy chủ. Đang xem bản đã lưu lúc {hourInWords(new Date(since).toISOString())}.
    </Text>
  )
}
