import { Button, Stack, Text } from '@mantine/core'
import { QuietPage } from '../shared/quiet-page.tsx'
import { useSend } from '../shared/use-api.ts'

/** An agent who opened the console's address. */
export function AgentsElsewhere({ name }: { readonly name: string }) {
  const out = useSend('POST /sign-out', ['GET /me'])
  return (
    <QuietPage title="Trang này dành cho cán bộ">
      <Stack>
        <Text>Chào {name}. Phiếu gọi, kết quả và mục tiêu của anh/chị ở trang đại lý.</Text>
        <Button component="a" href="/app/">
          Mở trang đại lý
        </Button>
        <Button variant="default" loading={out.isPending} onClick={() => out.mutate({})}>
          Đăng nhập bằng tài khoản khác
        </Button>
      </Stack>
    </QuietPage>
  )
}
