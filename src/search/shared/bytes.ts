/** Writes and reads numbers as bytes, of which the files of the index consist. */

/** Numbers of 7 bits a byte, the highest bit says that more follow; grows as it is written. */
export interface Writer {
  readonly number: (value: number) => void;
  readonly bytes: (content: Uint8Array) => void;
  /** What was written so far. */
  readonly done: () => Uint8Array<ArrayBuffer>;
}

export function writer(room = 64): Writer {
  let buffer = new Uint8Array(room);
  let length = 0;
  const ensure = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    number(value) {
      ensure(5);
      let rest = value;
      for (; rest > 127; rest >>>= 7) buffer[length++] = (rest & 127) | 128;
      buffer[length++] = rest;
    },
    bytes(content) {
      ensure(content.length);
      buffer.set(content, length);
      length += content.length;
    },
    done: () => buffer.slice(0, length),
  };
}

export interface Reader {
  readonly number: () => number;
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
  readonly isAtEnd: () => boolean;
}

export function reader(content: Uint8Array<ArrayBuffer>): Reader {
  let at = 0;
  return {
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = content[at++] ?? 0;
        value |= (byte & 127) << shift;
        if (byte < 128) return value >>> 0;
      }
    },
    bytes(length) {
      at += length;
      return content.subarray(at - length, at);
    },
    isAtEnd: () => at >= content.length,
  };
}

/** Ascending numbers as the distances between them, each less one. */
export function writeList(numbers: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const out = writer(numbers.length + 8);
  for (let index = 0, last = -1; index < numbers.length; index++) {
    const value = numbers[index] as number;
    out.number(value - last - 1);
    last = value;
  }
  return out.done();
}

/** Passages in which a gram stands, and where: bit 3 says that it begins at character 3, 11, 19 … of the passage. */
export interface Placed {
  readonly passages: Uint32Array<ArrayBuffer>;
  readonly places: Uint8Array<ArrayBuffer>;
}

/**
 * Reads as many distances as there are passages, then as many places; where these are left out, it may be anywhere.
 * @param length how many passages
 */
export function readPlaced(content: Uint8Array<ArrayBuffer>, length: number): Placed {
  const { number, bytes, isAtEnd } = reader(content);
  const passages = new Uint32Array(length);
  for (let index = 0, last = -1; index < length; index++) {
    last += number() + 1;
    passages[index] = last;
  }
  return { passages, places: isAtEnd() ? new Uint8Array(length).fill(255) : bytes(length) };
}

/** Gives an array twice the room: the same numbers, then zeros. */
export function grow<T extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
