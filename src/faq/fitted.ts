/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 2.88, learnt: 5.1, meant: 6.48, foreign: -1.84, marks: -3.08 },
  ours: {
    base: -9.57,
    ahead: 0.89,
    meant: 1.46,
    likeOthers: -0.88,
    named: 2.27,
    covered: 1.11,
    content: 2.07,
  },
  sure: { base: -3.16, first: 0.74, ahead: 0.16, topic: 3.87, covered: 0.53, content: 0.39 },
  oursEnough: 0.31,
  sureEnough: 0.599,
}
