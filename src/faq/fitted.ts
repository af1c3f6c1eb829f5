/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 2.89, learnt: 5.1, meant: 6.52, foreign: -1.84, marks: -3.18 },
  ours: {
    base: -9.57,
    ahead: 0.88,
    meant: 1.49,
    likeOthers: -0.91,
    named: 2.26,
    covered: 1.15,
    content: 2.06,
  },
  sure: { base: -3.12, first: 0.75, ahead: 0.16, topic: 3.87, covered: 0.49, content: 0.38 },
  oursEnough: 0.31,
  sureEnough: 0.598,
}
