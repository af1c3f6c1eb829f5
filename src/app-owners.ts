import { readSignedRequest } from './adapters/messenger/signed-request.ts'
import type { SiteParts } from './app-site.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import { dataDeletion, type DataDeletion } from './http/data-deletion.ts'
import type { Mounted } from './http/server.ts'
import { siteProof } from './http/site-proof.ts'
import { dataRequestDues } from './policy/data-request-dues.ts'
import type { Day } from './policy/values.ts'

/** What platforms ask of whoever owns an app: where requests to be erased go, and a proof that the domain is ours. */
export function ownersPages(parts: SiteParts): readonly Mounted[] {
  const { ZALO_VERIFIER_FILE: proof } = parts.config
  const erasure = { at: '/xoa-du-lieu', router: dataDeletion(deletionParts(parts)) }
  return proof === undefined ? [erasure] : [erasure, { at: '/', router: siteProof(proof) }]
}

function deletionParts({ config, policy, pages, store, alarm }: SiteParts): DataDeletion {
  const ofMessenger = () => pages.all().filter((page) => page.channel === 'messenger')
  return {
    read(signed) {
      const secrets = new Set(ofMessenger().map(({ keys }) => keys.appSecret))
      return [...secrets]
        .map((secret) => readSignedRequest(signed, secret))
        .find((asked) => asked !== undefined)
    },
    pages: () => ofMessenger().map(({ id }) => id),
    requests: store.dataRequests,
    doneBy: (askedAt) => dayInWords(dataRequestDues(dayInVietNam(askedAt), policy()).doneBy),
    dayOf: (instant) => dayInWords(dayInVietNam(instant)),
    publicUrl: config.PUBLIC_URL,
    refused: () => alarm('data-deletion callback refused', {}),
  }
}

const dayInWords = (day: Day): string => `ngày ${day.split('-').reverse().join('/')}`
