import { Counter, Histogram, type Registry } from 'prom-client'
import type { Watch } from '../../watch/watch.ts'

const fast = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]
const slow = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600]

/** What happened since the start, for Prometheus. Times in seconds. */
export function counters(registry: Registry): Watch {
  const counter = counterOf(registry)
  const histogram = histogramOf(registry)
  const events = counter('ansinh_webhook_events_total', 'Events that webhooks brought', [
    'channel',
    'outcome',
  ])
  const turns = counter('ansinh_turns_total', 'Turns committed', ['channel', 'outcome'])
  const leads = counter('ansinh_leads_total', 'Leads captured', ['channel'])
  const questions = counter('ansinh_questions_total', 'Questions, by what came of them', ['outcome'])
  const sends = counter('ansinh_sends_total', 'Attempts to send, by how they ended', ['channel', 'outcome'])
  const alarms = counter('ansinh_alarms_total', 'Alarms, by what they were about', ['what'])
  const keeping = histogram('ansinh_keep_seconds', 'Keeping a webhook durably', fast)
  const thinking = histogram('ansinh_turn_seconds', 'The bot thinking about one turn', fast)
  const committing = histogram('ansinh_commit_seconds', 'Committing a turn', fast)
  const sending = histogram('ansinh_send_seconds', 'The platform taking a message', fast)
  const replying = histogram('ansinh_reply_seconds', "From a person's words to the reply sent", slow)
  return {
    webhook: (channel, outcome, n) => events.inc({ channel, outcome }, n),
    kept: ({ channel, ms }) => keeping.observe({ channel }, ms / 1000),
    thought: (channel, ms) => thinking.observe({ channel }, ms / 1000),
    turn: ({ channel, died, asked, leads: captured, ms }) => {
      turns.inc({ channel, outcome: died ? 'died' : 'answered' })
      leads.inc({ channel }, captured)
      for (const outcome of asked) questions.inc({ outcome })
      committing.observe({ channel }, ms / 1000)
    },
    sent: ({ channel, outcome, ms, replyMs }) => {
      sends.inc({ channel, outcome })
      sending.observe({ channel }, ms / 1000)
      if (replyMs !== undefined) replying.observe({ channel }, replyMs / 1000)
    },
    alarm: (what) => alarms.inc({ what }),
  }
}

function counterOf(registry: Registry) {
  return (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
}

function histogramOf(registry: Registry) {
  return (name: string, help: string, buckets: number[]) =>
    new Histogram({ name, help, labelNames: ['channel'], buckets, registers: [registry] })
}
