import { oursEvidence, sureEvidence, together, type Likely } from '../../../src/faq/judge.ts'
import type { Ranked } from '../../../src/faq/rank.ts'
import { signals, type Signals } from '../../../src/faq/weights.ts'
import { fitLogistic } from './fit-logistic.ts'
import { fitSignals } from './fit-signals.ts'
import type { Sample } from './samples.ts'

type OursWeights = Record<keyof ReturnType<typeof oursEvidence>, number>
type SureWeights = Record<keyof ReturnType<typeof sureEvidence>, number>

export interface Weights {
  readonly signals: Signals
  readonly ours: OursWeights
  readonly sure: SureWeights
}

/** The three sets of weights, each fitted on what the one before makes of the samples. */
export function fitAll(samples: readonly Sample[]): Weights {
  const fitted = fitSignals(samples)
  const scored = samples.map((sample) => scoredBy(sample, fitted))
  return {
    signals: fitted,
    ours: fitLogistic(
      scored.map(({ sample: { worth, isOurs }, ours }) => ({ evidence: ours, yes: isOurs, worth })),
    ),
    sure: fitLogistic(
      scored
        .filter(({ sample }) => sample.isOurs)
        .map(({ sample: { worth }, sure, isRight }) => ({ evidence: sure, yes: isRight[0] === true, worth })),
    ),
  }
}

/** A sample ranked by these weights: the evidence for both judgements, and which of our entries are right, in order. */
export function scoredBy(sample: Sample, weights: Signals) {
  const ranked = sample.ranked
    .map((one): Ranked => ({
      ...one,
      score: signals.reduce((sum, name) => sum + weights[name] * one.signals[name], 0),
    }))
    .toSorted((a, b) => b.score - a.score)
  const ours = ranked.filter(({ item }) => item.thing.notOurs === undefined)
  const others = ranked.filter(({ item }) => item.thing.notOurs !== undefined)
  const real = together(ours)
  const likely: Likely[] = ours.map((one) => ({ ranked: one, likelihood: Math.exp(one.score - real) }))
  return {
    sample,
    ours: oursEvidence(ours, others, sample.reading),
    sure: sureEvidence(likely, sample.reading),
    isRight: ours.map(({ item }) => sample.isRight(item.thing)),
  }
}
