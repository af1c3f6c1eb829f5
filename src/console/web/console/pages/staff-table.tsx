import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { boundToCommune, roleLabels } from '../../../../staff/role.ts'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { useMe } from '../../shared/me.ts'
import { useSend } from '../../shared/use-api.ts'
import { BindCommune } from './bind-commune.tsx'

type Account = AnswerTo<'GET /staff'>['accounts'][number]

interface Props {
  readonly accounts: readonly Account[]
  readonly onLink: (link: string) => void
}

/** One card an account: a table of many columns does not fit a phone. */
export function StaffTable({ accounts, onLink }: Props) {
  if (accounts.length === 0) return <Text c="dimmed">Không có tài khoản nào khớp.</Text>
  return (
    <Stack gap="sm" role="list" aria-label="Tài khoản">
      {accounts.map((account) => (
        <AccountCard key={account.id} account={account} onLink={onLink} />
      ))}
    </Stack>
  )
}

function AccountCard({ account, onLink }: { readonly account: Account; readonly onLink: Props['onLink'] }) {
  const { name, login, role, email, active, ready, seenAt } = account
  const isUnbound = boundToCommune.includes(role) && account.commune === undefined
  const used = seenAt === undefined ? 'Chưa đăng nhập lần nào' : `Dùng gần nhất ${instantInWords(seenAt)}`
  return (
    <Card withBorder padding="md" role="listitem">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600}>{name}</Text>
            <Badge>{roleLabels[role]}</Badge>
            {!active && <Badge color="red.9">Đã khoá</Badge>}
            {active && !ready && role !== 'agent' && <Badge color="amber">Chờ thiết lập</Badge>}
          </Group>
          <Text c="dimmed">{[login, email].filter((part) => part !== undefined).join(' · ')}</Text>
          <Text c="dimmed">{used}</Text>
          {isUnbound && <Text c="red.9">Chưa gắn với xã, phường nào: người này chưa thấy phiếu nào.</Text>}
        </div>
        <Acts account={account} onLink={onLink} />
      </Group>
      {isUnbound && <BindCommune id={account.id} />}
    </Card>
  )
}

function Acts({ account, onLink }: { readonly account: Account; readonly onLink: Props['onLink'] }) {
  const me = useMe()
  const params = { id: account.id }
  const failed = { onError: (error: Error) => notifications.show({ message: error.message, color: 'red' }) }
  const active = useSend('POST /staff/:id/active', ['GET /staff'])
  const reset = useSend('POST /staff/:id/reset', ['GET /staff'])
  if (account.id === me.id) return <Text c="dimmed">Tài khoản của anh/chị</Text>
  return (
    <Group gap="xs">
      {account.active && account.role !== 'agent' && (
        <Button
          variant="default"
          loading={reset.isPending}
          onClick={() => reset.mutate({ params }, { onSuccess: ({ link }) => onLink(link), ...failed })}
        >
          Cấp lại mật khẩu và mã
        </Button>
      )}
      <Button
        variant="outline"
        color={account.active ? 'red' : 'brand'}
        loading={active.isPending}
        onClick={() => active.mutate({ params, body: { active: !account.active } }, failed)}
      >
        {account.active ? 'Khoá' : 'Mở khoá'}
      </Button>
    </Group>
  )
}
