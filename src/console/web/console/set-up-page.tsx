import { Button, Code, Image, List, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { AnswerTo } from '../shared/api.ts'
import { CodeInput } from '../shared/code-input.tsx'
import { QuietPage } from '../shared/quiet-page.tsx'
import { Complaint, Waiting } from '../shared/states.tsx'
import { useSend } from '../shared/use-api.ts'

/** The one-time link: scan the picture, choose a password, type the first code. The token stays behind the "#". */
export function Page() {
  const [token] = useState(() => window.location.hash.slice(1))
  const { mutate, data, error } = useSend('POST /set-up/look')
  useEffect(() => {
    document.title = 'Thiết lập tài khoản · An Sinh'
    mutate({ body: { token } })
  }, [mutate, token])
  return (
    <QuietPage title="Thiết lập tài khoản">
      {data ? <SetUpForm token={token} account={data} /> : error ? <Complaint error={error} /> : <Waiting />}
    </QuietPage>
  )
}

interface Props {
  readonly token: string
  readonly account: AnswerTo<'POST /set-up/look'>
}

const empty = { password: '', again: '', code: '' }

function SetUpForm({ token, account }: Props) {
  const [, go] = useLocation()
  const form = useForm({
    initialValues: empty,
    validate: {
      again: (again, { password }) => (again === password ? null : 'Hai lần nhập chưa giống nhau.'),
    },
  })
  const send = useSend('POST /set-up', ['GET /me'])
  const submit = form.onSubmit(({ password, code }) =>
    send.mutate({ body: { token, password, code } }, { onSuccess: () => go('/', { replace: true }) }),
  )
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>
          Tài khoản <b>{account.login}</b> của {account.name}.
        </Text>
        <input type="hidden" autoComplete="username" value={account.login} readOnly />
        <NewPassword form={form} />
        <Authenticator account={account} />
        <CodeInput label="Mã đang hiện trong ứng dụng" {...form.getInputProps('code')} />
        <Complaint error={send.error} />
        <Button type="submit" loading={send.isPending}>
          Xong, vào trang quản trị
        </Button>
      </Stack>
    </form>
  )
}

function NewPassword({ form }: { readonly form: UseFormReturnType<typeof empty> }) {
  const eye = { visibilityToggleButtonProps: { 'aria-label': 'Hiện hoặc ẩn mật khẩu' } }
  return (
    <>
      <PasswordInput
        label="Mật khẩu mới"
        description="Ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất"
        autoComplete="new-password"
        {...eye}
        {...form.getInputProps('password')}
      />
      <PasswordInput
        label="Nhập lại mật khẩu"
        autoComplete="new-password"
        {...eye}
        {...form.getInputProps('again')}
      />
    </>
  )
}

function Authenticator({ account: { picture, secret } }: Pick<Props, 'account'>) {
  return (
    <div>
      <List type="ordered" mb="sm">
        <List.Item>Mở ứng dụng xác thực trên điện thoại (Google hoặc Microsoft Authenticator).</List.Item>
        <List.Item>Chọn thêm tài khoản, quét hình dưới đây.</List.Item>
      </List>
      <Image src={picture} alt="Mã QR để quét bằng ứng dụng xác thực" w={220} h={220} mx="auto" />
      <Text c="dimmed" mt="xs">
        Không quét được? Nhập khoá này:
      </Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} c="dark" data-testid="secret">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </Code>
    </div>
  )
}
