import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Tracer } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BatchSpanProcessor, BasicTracerProvider } from '@opentelemetry/sdk-trace-base'
import { resourceFromAttributes } from '@opentelemetry/resources'
import type { Watch } from '../../watch/watch.ts'

/** Traces on their way to a collector. */
export interface Traces {
  readonly watch: Watch
  close(): Promise<void>
}

/** A step of an event's way: what it was, how long it took, and facts about it (ids and counts). */
interface Step {
  readonly name: string
  readonly kind: SpanKind
  readonly ms: number
  readonly failed: boolean
  readonly facts: Readonly<Record<string, string | number>>
}

/**
 * One trace an event: its id is the trace's, so the webhook, the turn and the sends find each other across processes
 * without carrying anything along. Goes to the OTLP endpoint `url` (…/v1/traces).
 */
export function traces(url: string, now: () => Date): Traces {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'an-sinh' }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  })
  const tracer = provider.getTracer('an-sinh')
  const step = (event: string, given: Step) => mark(tracer, event, given, now())
  return {
    close: () => provider.shutdown(),
    watch: {
      webhook: () => undefined,
      thought: () => undefined,
      alarm: () => undefined,
      kept: ({ channel, events, ms }) => {
        for (const event of events)
          step(event, { name: 'webhook', kind: SpanKind.SERVER, ms, failed: false, facts: { channel } })
      },
      turn: ({ channel, events, replies, leads, died, ms }) => {
        const facts = { channel, replies, leads }
        for (const event of events)
          step(event, { name: 'turn', kind: SpanKind.CONSUMER, ms, failed: died, facts })
      },
      sent: ({ channel, event, outbound, attempt, outcome, ms }) => {
        if (event === undefined) return
        const failed = outcome !== 'sent'
        const facts = { channel, outbound, attempt, outcome }
        step(event, { name: 'send', kind: SpanKind.CLIENT, ms, failed, facts })
      },
    },
  }
}

function mark(tracer: Tracer, event: string, { name, kind, ms, failed, facts }: Step, end: Date): void {
  const traceId = event.replaceAll('-', '')
  const parent = trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId: traceId.slice(-16),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  })
  const startTime = new Date(end.getTime() - ms)
  const span = tracer.startSpan(name, { kind, startTime, attributes: { ...facts, event } }, parent)
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(end)
}
