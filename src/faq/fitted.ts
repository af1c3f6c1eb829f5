/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 3.11, learnt: 4.99, meant: 6.51, foreign: -1.75, marks: -3.26 },
  ours: {
    base: -9.53,
    ahead: 0.87,
    meant: 1.58,
    likeOthers: -0.94,
    named: 2.15,
    covered: 1.08,
    content: 2.09,
  },
  sure: { base: -2.75, first: 0.76, ahead: 0.17, topic: 3.65, covered: 0.5, content: 0.3 },
  oursEnough: 0.32,
  sureEnough: 0.663,
}
