import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { CodeInput } from '../shared/code-input.tsx'
import { QuietPage } from '../shared/quiet-page.tsx'
import { Complaint } from '../shared/states.tsx'
import { useSend } from '../shared/use-api.ts'

/** The registered phone, then the code that came to it. */
export function Page() {
  const [sent, setSent] = useState<{ readonly challenge: string; readonly to: string }>()
  useEffect(() => {
    document.title = 'Đăng nhập · An Sinh'
  }, [])
  return (
    <QuietPage title="Trang của đại lý">
      {sent ? <CodeForm {...sent} onBack={() => setSent(undefined)} /> : <PhoneForm onSent={setSent} />}
      <Text c="dimmed" mt="lg">
        Cán bộ, quản trị đăng nhập ở{' '}
        <Anchor href="/quan-tri/" underline="always">
          trang quản trị
        </Anchor>
        .
      </Text>
    </QuietPage>
  )
}

function PhoneForm({ onSent }: { readonly onSent: (sent: { challenge: string; to: string }) => void }) {
  const form = useForm({ initialValues: { to: '' } })
  const send = useSend('POST /sign-in/phone')
  const submit = form.onSubmit((body) =>
    send.mutate({ body }, { onSuccess: ({ challenge }) => onSent({ challenge, to: body.to }) }),
  )
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label="Số điện thoại đã đăng ký"
          description="Hoặc e-mail cơ quan đã ghi cho anh/chị"
          autoComplete="tel"
          {...form.getInputProps('to')}
        />
        <Complaint error={send.error} />
        <Button type="submit" loading={send.isPending}>
          Gửi mã cho tôi
        </Button>
      </Stack>
    </form>
  )
}

interface CodeFormProps {
  readonly challenge: string
  readonly to: string
  readonly onBack: () => void
}

function CodeForm({ challenge, to, onBack }: CodeFormProps) {
  const form = useForm({ initialValues: { code: '' } })
  const send = useSend('POST /sign-in/code', ['GET /me'])
  return (
    <form onSubmit={form.onSubmit(({ code }) => send.mutate({ body: { challenge, code } }))}>
      <Stack>
        <Text>
          Nếu <b>{to}</b> đúng là số hoặc e-mail đã đăng ký, mã vừa được gửi tới đó.
        </Text>
        <CodeInput label="Mã gồm sáu chữ số" autoFocus {...form.getInputProps('code')} />
        <Complaint error={send.error} />
        <Button type="submit" loading={send.isPending}>
          Đăng nhập
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Dùng số khác, hoặc gửi lại mã
        </Button>
        <Text c="dimmed">Không đưa mã cho bất kỳ ai, kể cả người xưng là cán bộ.</Text>
      </Stack>
    </form>
  )
}
