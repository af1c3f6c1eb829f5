import { Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useEffect, useState } from 'react'
import { CodeInput } from '../shared/code-input.tsx'
import { QuietPage } from '../shared/quiet-page.tsx'
import { Complaint } from '../shared/states.tsx'
import { useApi, useSend } from '../shared/use-api.ts'

/** Password first, then the code of the authenticator app; or the organisation's own sign-in. */
export function Page() {
  const federated = useApi('GET /me', {}).data?.federated ?? false
  useEffect(() => {
    document.title = 'Đăng nhập · An Sinh'
  }, [])
  return (
    <QuietPage title="Đăng nhập">
      <PasswordForm />
      {federated && (
        <>
          <Divider label="hoặc" my="md" />
          <Button component="a" href="/co-quan/vao" variant="default" fullWidth>
            Dùng tài khoản của cơ quan
          </Button>
        </>
      )}
      <Text c="dimmed" mt="lg">
        Nhân viên đại lý đăng nhập ở{' '}
        <Anchor href="/app/" underline="always">
          trang đại lý
        </Anchor>
        .
      </Text>
    </QuietPage>
  )
}

const empty = { login: '', password: '', code: '' }

function PasswordForm() {
  const form = useForm({ initialValues: empty })
  const [needsCode, setNeedsCode] = useState(false)
  const send = useSend('POST /sign-in', ['GET /me'])
  const submit = form.onSubmit(({ login, password, code }) =>
    send.mutate(
      { body: needsCode ? { login, password, code } : { login, password } },
      { onSuccess: ({ next }) => setNeedsCode(next === 'code') },
    ),
  )
  return (
    <form onSubmit={submit}>
      <Stack>
        <Fields form={form} needsCode={needsCode} />
        <Complaint error={send.error} />
        <Button type="submit" loading={send.isPending}>
          {needsCode ? 'Đăng nhập' : 'Tiếp tục'}
        </Button>
        {needsCode && (
          <Button variant="subtle" onClick={() => setNeedsCode(false)}>
            Quay lại
          </Button>
        )}
      </Stack>
    </form>
  )
}

function Fields({
  form,
  needsCode,
}: {
  readonly form: UseFormReturnType<typeof empty>
  readonly needsCode: boolean
}) {
  return (
    <>
      <TextInput
        label="Tên đăng nhập"
        autoComplete="username"
        autoCapitalize="none"
        readOnly={needsCode}
        {...form.getInputProps('login')}
      />
      <PasswordInput
        label="Mật khẩu"
        autoComplete="current-password"
        readOnly={needsCode}
        visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
        {...form.getInputProps('password')}
      />
      {needsCode && (
        <CodeInput
          label="Mã trong ứng dụng xác thực"
          description="Sáu chữ số đang hiện trên điện thoại"
          autoFocus
          {...form.getInputProps('code')}
        />
      )}
    </>
  )
}
