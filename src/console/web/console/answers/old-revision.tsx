import { Badge, Button, Card, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { instantInWords } from '../../shared/instants.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import type { Revision, Text as AnswerText } from './labels.ts'
import { TextDiff } from './text-diff.tsx'

interface OldProps {
  readonly id: string
  readonly now: AnswerText | undefined
  readonly one: Revision | undefined // undefined: the file
  readonly file?: AnswerText
  readonly isNow: boolean
}

/** A revision that was served: looked at first, then gone back to. */
export function OldRevision(props: OldProps) {
  const { one, isNow } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <Card withBorder padding="md" role="listitem">
      <Group justify="space-between" gap="xs">
        <div>
          <Group gap="xs">
            <Text fw={600}>{nameOf(one)}</Text>
            {isNow && <Badge>Đang dùng</Badge>}
          </Group>
          {one && (
            <Text c="dimmed">
              {one.authors.join(', ')} viết, {one.reviewer} duyệt
              {one.publishedAt !== undefined && ` · ${instantInWords(one.publishedAt)}`}
            </Text>
          )}
        </div>
        {!isNow && (
          <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Xem và quay lại
          </Button>
        )}
      </Group>
      {isOpen && !isNow && <GoBack {...props} />}
    </Card>
  )
}

function GoBack({ id, now, one, file }: OldProps) {
  const back = useSend('POST /answers/:id/roll-back', ['GET /answers/:id', 'GET /answers'])
  const name = nameOf(one)
  const done = () => notifications.show({ message: `Đã quay lại bản “${name}”.` })
  return (
    <>
      <TextDiff before={now} after={one?.text ?? file} names={['Đang dùng', 'Sẽ quay lại']} />
      <Complaint error={back.error} />
      <Button
        mt="md"
        color="red.8"
        loading={back.isPending}
        onClick={() => back.mutate({ params: { id }, body: { to: one?.id ?? null } }, { onSuccess: done })}
      >
        Quay lại bản “{name}”
      </Button>
    </>
  )
}

function nameOf(one: Revision | undefined): string {
  return one?.name ?? 'Bản gốc trong kho'
}
