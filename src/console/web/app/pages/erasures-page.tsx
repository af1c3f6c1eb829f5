import { Button, Card, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer, Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { BackToMore } from '../back-to-more.tsx'
import { OldAnswer } from '../offline/old-answer.tsx'
import { useKept } from '../offline/use-kept.ts'

type Erasure = AnswerTo<'GET /my/erasures'>['erasures'][number]

/** People who want their data gone: what the agent noted of them goes too, and they say so. */
export function Page() {
  const erasures = useKept('GET /my/erasures', {})
  return (
    <>
      <BackToMore />
      <PageFrame
        title="Xoá thông tin người dân"
        lead="Xoá số điện thoại trong danh bạ, tin nhắn Zalo và sổ ghi của anh/chị, rồi xác nhận ở đây."
      >
        <OldAnswer since={erasures.oldSince} />
        <Answer of={erasures}>
          {(data) =>
            data.erasures.length === 0 ? (
              <Text>Không có yêu cầu nào.</Text>
            ) : (
              <Stack gap="sm" role="list">
                {data.erasures.map((one) => (
                  <ErasureCard key={one.id} erasure={one} />
                ))}
              </Stack>
            )
          }
        </Answer>
      </PageFrame>
    </>
  )
}

function ErasureCard({ erasure: { id, leadCode, askedAt } }: { readonly erasure: Erasure }) {
  const confirm = useSend('POST /my/erasures/:id/confirm', ['GET /my/erasures'])
  const submit = () =>
    confirm.mutate(
      { params: { id: String(id) } },
      { onSuccess: () => notifications.show({ message: `Đã xác nhận phiếu ${leadCode}.`, color: 'brand' }) },
    )
  return (
    <Card withBorder padding="md" role="listitem">
      <Text fw={600}>Phiếu {leadCode}</Text>
      <Text c="dimmed" mb="sm">
        Yêu cầu lúc {instantInWords(askedAt)}
      </Text>
      <Complaint error={confirm.error} />
      <Button onClick={submit} loading={confirm.isPending} aria-label={`Tôi đã xoá hết, phiếu ${leadCode}`}>
        Tôi đã xoá hết
      </Button>
    </Card>
  )
}
