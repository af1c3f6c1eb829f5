import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

/** A link for the administrator of an Official Account, who then lets us speak for it (again). Shown once. */
export function NewConsent({ oa, isUrgent }: { readonly oa: string; readonly isUrgent: boolean }) {
  const ask = useSend('POST /operations/consents')
  const link = ask.data?.link
  if (link === undefined) {
    return (
      <>
        <Complaint error={ask.error} />
        <Group mt="sm">
          <Button
            variant={isUrgent ? 'filled' : 'default'}
            loading={ask.isPending}
            onClick={() => ask.mutate({ body: { oa } })}
          >
            Lấy liên kết cấp quyền
          </Button>
        </Group>
      </>
    )
  }
  return (
    <Alert title="Liên kết cấp quyền" role="status" mt="sm">
      <Text mb="xs">
        Gửi cho người quản trị Official Account này. Liên kết dùng một lần, trong một giờ. Họ đồng ý xong, tin
        đang chờ được gửi ngay.
      </Text>
      <Code block c="dark" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-testid="link">
        {link}
      </Code>
      <Group mt="sm">
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Đã chép' : 'Chép liên kết'}</Button>}
        </CopyButton>
      </Group>
    </Alert>
  )
}
