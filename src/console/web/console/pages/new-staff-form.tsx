import { Button, Card, Group, NativeSelect, SimpleGrid, TextInput, Title } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { boundToCommune, type Role, roleLabels, withPassword } from '../../../../staff/role.ts'
import type { ApiError } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'

interface Props {
  readonly onMade: (link: string) => void
  readonly onCancel: () => void
}

const empty = {
  login: '',
  name: '',
  role: 'officer' as Role,
  email: '',
  province: '',
  commune: '',
  agent: '',
}

/** A new account; its owner sets password and second factor by the link this gives. */
export function NewStaffForm({ onMade, onCancel }: Props) {
  const form = useForm({ initialValues: empty })
  const send = useSend('POST /staff', ['GET /staff'])
  const refused = ({ field, message }: ApiError) => {
    if (field !== undefined) form.setFieldError(field, message)
  }
  const submit = form.onSubmit((body) =>
    send.mutate({ body }, { onSuccess: ({ link }) => onMade(link), onError: refused }),
  )
  return (
    <Card withBorder padding="lg" mb="lg" component="form" onSubmit={submit}>
      <Title order={2} size="h4" mb="md">
        Thêm tài khoản
      </Title>
      <Fields form={form} />
      <Complaint error={send.error?.field === undefined ? send.error : null} />
      <Group mt="lg">
        <Button type="submit" loading={send.isPending}>
          Tạo và lấy liên kết
        </Button>
        <Button variant="default" onClick={onCancel}>
          Thôi
        </Button>
      </Group>
    </Card>
  )
}

function Fields({ form }: { readonly form: UseFormReturnType<typeof empty> }) {
  const { role } = form.values
  const choices = withPassword.map((one) => ({ value: one, label: roleLabels[one] }))
  const plain = 'Chữ không dấu, số, dấu chấm'
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label="Họ và tên" required {...form.getInputProps('name')} />
      <NativeSelect label="Vai trò" data={choices} {...form.getInputProps('role')} />
      <TextInput label="Tên đăng nhập" description={plain} required {...form.getInputProps('login')} />
      <TextInput
        label="E-mail"
        description="Để trống nếu chưa có"
        type="email"
        {...form.getInputProps('email')}
      />
      <TextInput label="Mã tỉnh phụ trách" {...form.getInputProps('province')} />
      {boundToCommune.includes(role) && (
        <TextInput
          label="Xã, phường"
          description="Tên xã mới, thêm tên tỉnh nếu trùng tên; hoặc mã xã"
          required
          {...form.getInputProps('commune')}
        />
      )}
      {role === 'team-lead' && <TextInput label="Mã nhân viên đại lý" {...form.getInputProps('agent')} />}
    </SimpleGrid>
  )
}
