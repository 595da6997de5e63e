/** Russian has forms that English lacks (few, many); every other key of the Russian dictionary must be there in English. */
export type English<T> = {
  readonly [K in keyof T as K extends `${string}_few` | `${string}_many` ? never : K]: string;
};
