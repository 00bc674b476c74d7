/** Declares single-file components for `tsc`, which cannot read them; `vue-tsc` reads the files themselves. */
declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  export default component;
}
