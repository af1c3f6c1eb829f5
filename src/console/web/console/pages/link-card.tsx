import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core'

/** A set-up link, shown once: the administrator hands it over by a way of their own. */
export function LinkCard({ link, onDone }: { readonly link: string; readonly onDone: () => void }) {
  return (
    <Alert title="Liên kết thiết lập" role="status" mb="lg">
      <Text mb="xs">
        Gửi riêng cho người dùng. Liên kết dùng một lần, trong 72 giờ, và chỉ hiện ở đây một lần.
      </Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} c="dark" data-testid="link">
        {link}
      </Code>
      <Group mt="sm">
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Đã chép' : 'Chép liên kết'}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onDone}>
          Đã gửi xong
        </Button>
      </Group>
    </Alert>
  )
}
