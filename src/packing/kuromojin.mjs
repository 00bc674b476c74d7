/** Stands in for kuromojin, by which textlint's rules ask for the words of a text: the answer comes from who loads textlint. */

export let getTokenizer;

/** @param load gives a promise of what has kuromoji's `tokenizeForSentence` */
export const answerWith = load => {
  getTokenizer = load;
};

export const tokenize = async text => (await getTokenizer()).tokenizeForSentence(text);
