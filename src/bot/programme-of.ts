import type { Programme } from '../faq/faq-entry.ts'

/** What a journey is about, for the questions that follow. */
export const programmeOf: Readonly<Record<string, Programme>> = {
  'contribution-quote': 'voluntary',
  'household-health-quote': 'household-health',
  'voluntary-check': 'voluntary',
  'support-check': 'voluntary',
  'maternity-check': 'voluntary',
  'pension-check': 'pension',
  'lump-sum-check': 'general',
  'lump-sum-compare': 'general',
  'unemployment-check': 'unemployment',
  'household-check': 'household-health',
  'health-group-check': 'health',
}
