// Types of the two jstat functions that are used: jstat 1.9.6 has no types.
declare module "jstat" {
  const jStat: {
    readonly studentt: { readonly inv: (p: number, df: number) => number };
    readonly centralF: { readonly inv: (p: number, df1: number, df2: number) => number };
  };
  export = jStat;
}
