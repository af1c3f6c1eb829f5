import { Badge, Card, Group, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import { PageFrame } from '../../shared/page-frame.tsx'
import { useKept } from '../offline/use-kept.ts'
import { SignOutButton } from '../sign-out-button.tsx'

/** What is needed more seldom. */
export function Page() {
  const erasures = useKept('GET /my/erasures', {}).data?.erasures.length ?? 0
  const places = [
    {
      href: '/them/xoa',
      label: 'Xoá thông tin người dân',
      about: 'Người dân yêu cầu thì anh/chị xoá số đã ghi, rồi xác nhận.',
      count: erasures,
    },
    {
      href: '/them/gop-y',
      label: 'Góp ý câu trả lời, gợi ý',
      about: 'Bà con hỏi mà bot nói chưa hay, anh/chị đề nghị sửa.',
      count: 0,
    },
    {
      href: '/tai-khoan',
      label: 'Tài khoản và thiết bị',
      about: 'Máy nào đang đăng nhập, đăng xuất mọi nơi.',
      count: 0,
    },
  ]
  return (
    <PageFrame title="Thêm">
      <Stack gap="sm">
        {places.map(({ href, label, about, count }) => (
          <Card key={href} withBorder padding="md" component={Link} href={href} className="lead-line">
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text fw={600}>{label}</Text>
              {count > 0 && <Badge color="red.9">{count}</Badge>}
            </Group>
            <Text c="dimmed">{about}</Text>
          </Card>
        ))}
      </Stack>
      <SignOutButton />
    </PageFrame>
  )
}
