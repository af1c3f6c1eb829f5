import type { Router } from 'express'
import { LARGEST_PICTURE_BYTES } from '../../conversation/picture.ts'
import type { NextAnswers } from '../fake-platform/next-answers.ts'
import { fileIn, formIn, multipart } from '../fake-platform/pictures.ts'
import { zaloErrorTexts } from './cs-rules.ts'
import { answerNext } from './answer-next.ts'
import type { ZaloCore } from './core.ts'

interface UploadDesk extends Pick<ZaloCore, 'options' | 'pictures'> {
  readonly nextUploads: NextAnswers
}

/** `POST /v2.0/oa/upload/image`: a PNG or JPEG up to 1 MB in the field "file" becomes an attachment that lives seven days. */
export function uploadRoutes(
  router: Router,
  desk: UploadDesk,
  complaintOf: (token: string | undefined) => number | undefined,
): void {
  const { pictures, options } = desk
  pictures.serve(router)
  router.post('/v2.0/oa/upload/image', multipart, async (req, res) => {
    const file = await fileIn(await formIn(req), 'file')
    const kept = { at: options.now(), base: req.baseUrl, most: LARGEST_PICTURE_BYTES }
    const work = () => {
      const complaint = complaintOf(req.get('access_token'))
      const id = complaint === undefined && file ? pictures.add(file, kept) : undefined
      return id === undefined ? (complaint ?? -201) : { attachment_id: id }
    }
    answerNext(desk.nextUploads.take(), { req, res, work, texts: zaloErrorTexts })
  })
}
