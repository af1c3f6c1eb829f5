/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 3.14, learnt: 4.76, meant: 6.75, foreign: -1.65, marks: -3.07 },
  ours: {
    base: -9.36,
    ahead: 0.89,
    meant: 1.45,
    likeOthers: -0.83,
    named: 2.21,
    covered: 1.01,
    content: 2.01,
  },
  sure: { base: -3.27, first: 1.1, ahead: 0.15, topic: 3.67, covered: 0.52, content: 0.43 },
  oursEnough: 0.3,
  sureEnough: 0.645,
}
