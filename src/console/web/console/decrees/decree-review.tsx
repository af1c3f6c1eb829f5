import { Button, Card, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { Complaint, Waiting } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { DecreeConflict } from './decree-conflict.tsx'
import { DecreeSign } from './decree-sign.tsx'
import { EffectReport } from './effect-report.tsx'
import { FormView } from './form-view.tsx'
import { decreeLists, type Given } from './labels.ts'
import { TakeBack } from './take-back.tsx'

interface Props {
  readonly given: Given
  readonly today: string
}

/** Reading what was sent: what changes and what it does; then a signature or a reason. Later: taking it back. */
export function DecreeReview({ given, today }: Props) {
  const { decree, labels } = given
  return (
    <Stack gap="lg">
      <Card withBorder padding="lg">
        <FormView form={decree.form} title="Nội dung" labels={labels} />
        {decree.secondRead !== undefined && <Text>Người xác nhận đọc thêm ở: {decree.secondRead}</Text>}
      </Card>
      {decree.state === 'submitted' && <Weighed id={decree.id} version={decree.version} />}
      {decree.state === 'submitted' && <Decide given={given} />}
      {decree.state === 'published' && <TakeBack decree={decree} today={today} />}
      {decree.state === 'taken-back' && <Again id={decree.id} />}
    </Stack>
  )
}

function Weighed({ id, version }: { readonly id: number; readonly version: number }) {
  const { mutate, data, error } = useSend('POST /decrees/:id/check')
  useEffect(() => mutate({ params: { id: String(id) }, body: { version } }), [mutate, id, version])
  if (data) return <EffectReport checked={data} />
  return error ? <Complaint error={error} /> : <Waiting />
}

function Decide({ given: { decree, isMoved, maySign } }: { readonly given: Given }) {
  const params = { id: String(decree.id) }
  const { version } = decree
  const reopen = useSend('POST /decrees/:id/reopen', decreeLists)
  const openAgain = () => reopen.mutate({ params, body: { version } })
  if (isMoved)
    return (
      <DecreeConflict
        kind="moved"
        theirs={decree.form}
        mine={decree.form}
        onTake={openAgain}
        onKeep={openAgain}
      />
    )
  return (
    <Card withBorder padding="lg">
      {maySign ? (
        <DecreeSign id={decree.id} version={version} />
      ) : (
        <Text>Anh/chị đã nhập trong bản này nên không tự xác nhận. Nhờ một người khác xác nhận.</Text>
      )}
      <Complaint error={reopen.error} />
      <Button mt="md" variant="default" loading={reopen.isPending} onClick={openAgain}>
        Mở lại để sửa
      </Button>
    </Card>
  )
}

/** What was taken back may be entered again, put right. */
function Again({ id }: { readonly id: number }) {
  const [, go] = useLocation()
  const begin = useSend('POST /decrees', decreeLists)
  return (
    <div>
      <Complaint error={begin.error} />
      <Button
        variant="default"
        loading={begin.isPending}
        onClick={() =>
          begin.mutate({ body: { like: id } }, { onSuccess: (made) => go(`/so-lieu/ban/${made.id}`) })
        }
      >
        Nhập lại từ bản này
      </Button>
    </div>
  )
}
