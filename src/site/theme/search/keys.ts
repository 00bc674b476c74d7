/** Tells the keys of an input method and of a Mac from others. */

/** While a word is being converted its keys are not ours; in Safari the last of them is recognised by its code alone. */
export const isOfInputMethod = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;

export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
