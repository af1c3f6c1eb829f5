/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 2.91, learnt: 5.07, meant: 6.67, foreign: -1.67, marks: -3.2 },
  ours: {
    base: -9.48,
    ahead: 0.86,
    meant: 1.72,
    likeOthers: -0.97,
    named: 2.15,
    covered: 0.91,
    content: 2.08,
  },
  sure: { base: -2.78, first: 0.69, ahead: 0.19, topic: 3.62, covered: 0.35, content: 0.38 },
  oursEnough: 0.36,
  sureEnough: 0.639,
}
