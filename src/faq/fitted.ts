/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 3.04, learnt: 4.81, meant: 6.81, foreign: -1.69, marks: -2.99 },
  ours: {
    base: -9.3,
    ahead: 0.88,
    meant: 1.39,
    likeOthers: -0.89,
    named: 2.26,
    covered: 1.03,
    content: 2.01,
  },
  sure: { base: -3.5, first: 1.07, ahead: 0.17, topic: 3.65, covered: 0.69, content: 0.47 },
  oursEnough: 0.31,
  sureEnough: 0.649,
}
