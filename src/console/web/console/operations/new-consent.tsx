import { Button, Group } from '@mantine/core'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { LinkCard } from '../pages/link-card.tsx'

const about =
  'Gửi cho người quản trị Official Account này. Liên kết dùng một lần, trong một giờ. Họ đồng ý xong, tin đang chờ được gửi ngay.'

/** A link for the administrator of an Official Account, who then lets us speak for it (again). */
export function NewConsent({ oa, isUrgent }: { readonly oa: string; readonly isUrgent: boolean }) {
  const ask = useSend('POST /operations/consents')
  if (ask.data) return <LinkCard title="Liên kết cấp quyền" about={about} link={ask.data.link} />
  return (
    <>
      <Complaint error={ask.error} />
      <Group mt="sm">
        <Button
          variant={isUrgent ? 'filled' : 'default'}
          loading={ask.isPending}
          onClick={() => ask.mutate({ body: { oa } })}
        >
          Lấy liên kết cấp quyền
        </Button>
      </Group>
    </>
  )
}
