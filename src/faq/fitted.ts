/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 3.17, learnt: 4.8, meant: 6.95, foreign: -1.8, marks: -2.99 },
  ours: {
    base: -9.11,
    ahead: 0.83,
    meant: 1.72,
    likeOthers: -1.24,
    named: 2.3,
    covered: 0.71,
    content: 1.95,
  },
  sure: { base: -3.73, first: 1.46, ahead: 0.2, topic: 3.34, covered: 0.92, content: 0.51 },
  oursEnough: 0.33,
  sureEnough: 0.659,
}
