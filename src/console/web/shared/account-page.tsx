import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { roleLabels } from '../../../staff/role.ts'
import type { AnswerTo } from './api.ts'
import { instantInWords } from './instants.ts'
import { useMe } from './me.ts'
import { PageFrame } from './page-frame.tsx'
import { Answer } from './states.tsx'
import { useApi, useSend } from './use-api.ts'

type Device = AnswerTo<'GET /devices'>['devices'][number]

/** One's own account: who, in which browsers, and signing out of them. */
export function Page() {
  const me = useMe()
  const devices = useApi('GET /devices', {})
  const everywhere = useSend('POST /sign-out/everywhere', ['GET /me'])
  return (
    <PageFrame title="Tài khoản của tôi" lead={`${me.name} · ${roleLabels[me.role]} · ${me.login}`}>
      <Title order={2} size="h4" mb="sm">
        Thiết bị đang đăng nhập
      </Title>
      <Text c="dimmed" mb="md">
        Thấy thiết bị lạ, anh/chị cho thiết bị đó ra ngay.
      </Text>
      <Answer of={devices}>
        {(data) => (
          <Stack gap="sm">
            {data.devices.map((one) => (
              <DeviceCard key={one.id} one={one} />
            ))}
          </Stack>
        )}
      </Answer>
      <Button
        mt="lg"
        color="red.9"
        variant="outline"
        loading={everywhere.isPending}
        onClick={() => everywhere.mutate({})}
      >
        Đăng xuất khỏi mọi thiết bị
      </Button>
    </PageFrame>
  )
}

function DeviceCard({ one }: { readonly one: Device }) {
  const end = useSend('DELETE /devices/:id', ['GET /devices'])
  const out = () =>
    end.mutate(
      { params: { id: one.id } },
      { onSuccess: () => notifications.show({ message: `Đã cho ${one.device} ra.`, color: 'brand' }) },
    )
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600}>{one.device}</Text>
            {one.isThis && <Badge>Máy này</Badge>}
          </Group>
          <Text c="dimmed">
            Vào lúc {instantInWords(one.since)} · dùng gần nhất {instantInWords(one.seenAt)}
          </Text>
        </div>
        {!one.isThis && (
          <Button variant="default" onClick={out} loading={end.isPending}>
            Cho ra
          </Button>
        )}
      </Group>
    </Card>
  )
}
