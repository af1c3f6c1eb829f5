import { Button, SimpleGrid, Stack, Switch, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { AnswerTo } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

type Times = AnswerTo<'GET /my/times'>
const saved = (message: string) => notifications.show({ message, color: 'brand' })

const EVENING = 21 * 60
const MORNING = 6 * 60

/** Hours without reminders and, while others are free, without new leads. */
export function Quiet({ quiet }: { readonly quiet: Times['quiet'] }) {
  return (
    <section aria-label="Giờ yên tĩnh">
      <Title order={2} size="h4" mb="xs">
        Giờ yên tĩnh
      </Title>
      <QuietForm quiet={quiet} />
    </section>
  )
}

function useQuietHours(quiet: Times['quiet']) {
  const send = useSend('PUT /my/quiet', ['GET /my/times'])
  const form = useForm({
    initialValues: {
      isOn: quiet !== undefined,
      from: timeOf(quiet?.from ?? EVENING),
      until: timeOf(quiet?.until ?? MORNING),
    },
  })
  const submit = form.onSubmit(({ isOn, from, until }) =>
    send.mutate(
      { body: { quiet: isOn ? { from: minuteOf(from), until: minuteOf(until) } : null } },
      { onSuccess: () => saved('Đã lưu giờ yên tĩnh.') },
    ),
  )
  return { send, form, submit }
}

function QuietForm({ quiet }: { readonly quiet: Times['quiet'] }) {
  const { send, form, submit } = useQuietHours(quiet)
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Switch
          size="lg"
          label="Không nhắc tôi trong những giờ này"
          {...form.getInputProps('isOn', { type: 'checkbox' })}
        />
        {form.values.isOn && (
          <SimpleGrid cols={2} spacing="sm">
            <TextInput type="time" label="Từ" required withAsterisk={false} {...form.getInputProps('from')} />
            <TextInput
              type="time"
              label="Đến"
              required
              withAsterisk={false}
              {...form.getInputProps('until')}
            />
          </SimpleGrid>
        )}
        <Complaint error={send.error} />
        <Button type="submit" variant="default" loading={send.isPending}>
          Lưu giờ yên tĩnh
        </Button>
      </Stack>
    </form>
  )
}

/** 1260 → "21:00", and back. */
const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
