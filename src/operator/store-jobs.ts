import { loadDemo } from '../adapters/files/load-places.ts'
import type { Store } from '../adapters/postgres/store.ts'
import type { Config } from '../config.ts'
import { adminJob } from './admin-job.ts'
import { dataRequestJob } from './data-request-job.ts'
import { agentJob, leadJob, pointJob } from './agent-jobs.ts'
import { askedJob } from './asked-job.ts'
import { eraseJob, exportPersonJob } from './person-jobs.ts'
import { knowledgeJob } from './knowledge-job.ts'
import { letterJob } from './letter-job.ts'
import { pageJob } from './page-jobs.ts'
import { demoJob } from './demo/demo-job.ts'
import { exportJob, importJob, templateJob } from './sheets/sheet-jobs.ts'
import { targetJob } from './target-job.ts'
import { profileJob } from './profile-job.ts'

/** What an operator's command on the store may use. */
export interface StoreJobParts {
  readonly store: Store
  readonly config: Config
  readonly root: string
  /** Lets the running program know that pages were added, changed or removed. */
  readonly pagesChanged: () => Promise<void>
}

/** Does it and answers the lines to print. Throws an Error that says in Vietnamese what is wrong. */
export type StoreJob = (words: readonly string[], parts: StoreJobParts) => Promise<readonly string[]>

/** Commands on the store: run by the command line itself, or by the running embedded program on its behalf. */
export const storeJobs: Readonly<Record<string, StoreJob>> = {
  /** The invented agents and points of the demo province; refused when a real platform is configured. */
  async seed(_, { store, config: { platforms }, root }) {
    const isReal = platforms.zalo || platforms.messenger || (await store.pages.list()).length > 0
    await store.seedDemo(loadDemo(root), isReal)
    return ['Đã nạp dữ liệu mẫu: đại lý và điểm thu của tỉnh thử nghiệm.']
  },

  /** The size of a real province. */
  demo: demoJob,

  /** One dump now, beside the hourly ones. */
  async backup(_, { store }) {
    return [(await store.backUp()) ?? 'PostgreSQL: dùng pg_dump để sao lưu.']
  },

  admin: adminJob,
  pages: pageJob,
  profile: profileJob,
  'data-requests': dataRequestJob,
  asked: askedJob,
  agents: agentJob,
  points: pointJob,
  leads: leadJob,
  erase: eraseJob,
  'export-person': exportPersonJob,
  letters: letterJob,
  import: importJob,
  export: exportJob,
  template: templateJob,
  targets: targetJob,
  knowledge: knowledgeJob,
}
