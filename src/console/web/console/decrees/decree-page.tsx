import { useParams } from 'wouter'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { DecreeEditor } from './decree-editor.tsx'
import { whoDid } from './decree-list.tsx'
import { DecreeReview } from './decree-review.tsx'
import { stateNames } from './labels.ts'

/** One decree: entered while it is open, looked at and signed when it was sent. */
export function Page() {
  const { id = '' } = useParams()
  const decree = useApi('GET /decrees/:id', { params: { id } })
  const words = useApi('GET /decree-words', {})
  return (
    <Answer of={decree}>
      {(data) => (
        <PageFrame
          title={data.decree.name}
          lead={`${stateNames[data.decree.state]} · ${whoDid(data.decree)}`}
        >
          <Answer of={words}>
            {(known) =>
              data.decree.state === 'draft' ? (
                <DecreeEditor key={data.decree.id} given={data} words={known} />
              ) : (
                <DecreeReview given={data} today={known.today} />
              )
            }
          </Answer>
        </PageFrame>
      )}
    </Answer>
  )
}
