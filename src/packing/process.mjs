/** Stands for `node:process` in a bundle. */
export default globalThis.process;
