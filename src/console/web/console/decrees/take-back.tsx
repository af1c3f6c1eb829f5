import { Alert, Button, Card, Stack, Textarea, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { type Decree, decreeLists } from './labels.ts'

interface Props {
  readonly decree: Decree
  readonly today: string
}

/** Taking a decree back: the values before it are said again, at once, everywhere. */
export function TakeBack({ decree, today }: Props) {
  const [why, setWhy] = useState('')
  const back = useSend('POST /decrees/:id/take-back', [...decreeLists, 'GET /decree-words'])
  const isInForce = decree.form.rows.some(({ kind, from }) => kind === 'value' && from <= today)
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h4" mb="sm">
        Lấy lại bản này
      </Title>
      <Stack gap="md">
        {isInForce && <InForceWarning />}
        <Textarea
          label="Vì sao lấy lại"
          description="Các giá trị trước bản này được dùng lại ngay, ở mọi nơi"
          autosize
          minRows={2}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Complaint error={back.error} />
        <Button
          color="red.9"
          style={{ alignSelf: 'flex-start' }}
          loading={back.isPending}
          onClick={() =>
            back.mutate(
              { params: { id: String(decree.id) }, body: { version: decree.version, why } },
              {
                onSuccess: () =>
                  notifications.show({ message: 'Đã lấy lại. Bot dùng các giá trị trước bản này.' }),
              },
            )
          }
        >
          Lấy lại
        </Button>
      </Stack>
    </Card>
  )
}

function InForceWarning() {
  return (
    <Alert color="red" title="Số trong bản này đã có hiệu lực">
      Lấy lại thì bot nói ngay giá trị cũ như đang còn hiệu lực. Chỉ lấy lại khi số đã nhập sai; sau đó báo
      ngay người giữ kho để ghi giá trị đúng vào tệp.
    </Alert>
  )
}
