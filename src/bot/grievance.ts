import type { FaqEntry } from '../faq/faq-entry.ts'
import type { Talk } from './talk.ts'

/** What is the agency's and the inspectors' to settle: an employer's debt, a complaint. */
const topics: ReadonlySet<string> = new Set(['doanh-nghiep-no-bhxh', 'khieu-nai-phan-anh'])
/** Classes of knowledge/out-of-scope.yaml that are a complaint about somebody, or money gone astray. */
const classes: ReadonlySet<string> = new Set(['complaint-person', 'money-mistake'])

export const isGrievance = ({ topics: [first = ''] }: Pick<FaqEntry, 'topics'>): boolean => topics.has(first)

export const isGrievanceClass = (messageClass: string | undefined): boolean => classes.has(messageClass ?? '')

/** A collection agent cannot settle it, and must not be sent after it: no lead comes of it, a person of the desk answers. */
export function turnAway(talk: Talk): void {
  talk.sayHome('grievance', ['person', 'menu'])
}
