import { Button, Card, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords } from '../../shared/instants.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { dayFromNow } from '../../shared/lead/lead-words.ts'

type Times = AnswerTo<'GET /my/times'>
const saved = (message: string) => notifications.show({ message, color: 'brand' })

/** Days away that are not over, and a form for more. */
export function Leaves({ leaves }: { readonly leaves: Times['leaves'] }) {
  return (
    <section aria-label="Ngày nghỉ">
      <Title order={2} size="h4" mb="xs">
        Ngày nghỉ
      </Title>
      <Stack gap="sm">
        {leaves.map((one) => (
          <LeaveCard key={one.id} leave={one} />
        ))}
        <LeaveForm />
      </Stack>
    </section>
  )
}

function LeaveForm() {
  const add = useSend('POST /my/leaves', ['GET /my/times', 'GET /my/leads'])
  const form = useForm({ initialValues: { from: dayFromNow(), until: dayFromNow() } })
  const submit = form.onSubmit((body) =>
    add.mutate(
      { body },
      { onSuccess: () => saved('Đã ghi ngày nghỉ. Phiếu chưa nhận chuyển cho người khác.') },
    ),
  )
  return (
    <form onSubmit={submit}>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          type="date"
          label="Từ ngày"
          required
          withAsterisk={false}
          {...form.getInputProps('from')}
        />
        <TextInput
          type="date"
          label="Đến hết ngày"
          required
          withAsterisk={false}
          {...form.getInputProps('until')}
        />
      </SimpleGrid>
      <Text c="dimmed" my="xs">
        Nghỉ từ hôm nay thì phiếu chưa nhận chuyển đi ngay. Phiếu đã nhận vẫn là của anh/chị.
      </Text>
      <Complaint error={add.error} />
      <Button type="submit" fullWidth loading={add.isPending}>
        Ghi ngày nghỉ
      </Button>
    </form>
  )
}

function LeaveCard({ leave: { id, from, until } }: { readonly leave: Times['leaves'][number] }) {
  const cancel = useSend('DELETE /my/leaves/:id', ['GET /my/times'])
  const words = from === until ? dayInWords(from) : `${dayInWords(from)} – ${dayInWords(until)}`
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" gap="sm">
        <Text fw={600}>{words}</Text>
        <Button
          variant="default"
          aria-label={`Bỏ ngày nghỉ ${words}`}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ params: { id } }, { onSuccess: () => saved('Đã bỏ ngày nghỉ.') })}
        >
          Bỏ
        </Button>
      </Group>
      <Complaint error={cancel.error} />
    </Card>
  )
}
