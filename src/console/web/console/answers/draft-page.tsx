import { useParams } from 'wouter'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { BatchSteps } from './batch-steps.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { DraftReview } from './draft-review.tsx'
import { stateNames } from './labels.ts'

/** One draft: written while it is open, read and signed when it was sent. */
export function Page() {
  const { id = '' } = useParams()
  const draft = useApi('GET /answer-drafts/:id', { params: { id } })
  const words = useApi('GET /answer-words', {})
  return (
    <Answer of={draft}>
      {(data) => (
        <PageFrame
          title={data.draft.text.title === '' ? 'Câu mới' : data.draft.text.title}
          lead={`${stateNames[data.draft.state]} · ${data.draft.name} · ${data.draft.authors.join(', ')}`}
          wide
        >
          {data.draft.batch !== undefined && <BatchSteps batch={data.draft.batch} id={data.draft.id} />}
          <Answer of={words}>
            {(known) =>
              data.draft.state === 'draft' ? (
                <DraftEditor key={data.draft.id} given={data} words={known} />
              ) : (
                <DraftReview given={data} today={known.today} />
              )
            }
          </Answer>
        </PageFrame>
      )}
    </Answer>
  )
}
