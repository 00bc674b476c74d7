/** Gives arrays of numbers more room. */

/** The same numbers, and as many zeros behind them. */
export function doubled<T extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
