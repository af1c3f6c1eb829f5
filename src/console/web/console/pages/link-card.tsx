import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core'

interface Props {
  readonly title: string
  readonly about: string // for whom it is, and how long it is good
  readonly link: string
  readonly onDone?: () => void
}

/** A link that is shown once, to be handed over by a way of one's own. */
export function LinkCard({ title, about, link, onDone }: Props) {
  return (
    <Alert title={title} role="status" my="md">
      <Text mb="xs">{about}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} c="dark" data-testid="link">
        {link}
      </Code>
      <Group mt="sm">
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Đã chép' : 'Chép liên kết'}</Button>}
        </CopyButton>
        {onDone && (
          <Button variant="default" onClick={onDone}>
            Đã gửi xong
          </Button>
        )}
      </Group>
    </Alert>
  )
}
